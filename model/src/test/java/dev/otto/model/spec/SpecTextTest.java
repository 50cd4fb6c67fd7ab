package dev.otto.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A spec as a person reads it.
class SpecTextTest {
  @Test
  void it_tells_each_promise_with_what_proves_it_and_who_builds_what() {
    assertThat(SpecText.of(SampleSpec.ofGroups("core", "web needs core")))
        .startsWith("# Greeter\n\n## ")
        .contains("## Groups\n\n- **", "(`web`, after `core`)", "## Checks\n\n- `");
  }

  @Test
  void every_kind_of_part_has_its_line() {
    assertThat(SpecText.of(SampleSpec.whole()))
        .startsWith("# Shop\n")
        .contains(
            "(`sells`: `sells-over-http`, `unit`)",
            "(`is-pretty`, judged)",
            "## What must not happen\n",
            "## Not part of it\n",
            "`sells-over-http`, http: `",
            "`unit`, command: `",
            "`index-is-there`, files: `",
            "## Start\n");
  }
}
