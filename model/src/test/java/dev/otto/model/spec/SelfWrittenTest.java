package dev.otto.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.check.Check;
import dev.otto.model.check.Oracle;
import dev.otto.model.check.SampleCheck;
import dev.otto.model.path.Glob;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whether agents could write what a check judges by.
class SelfWrittenTest {
  @Test
  void a_command_without_an_oracle_is_self_written() {
    assertThat(selfWritten(SampleCheck.selfWritten("unit"))).isTrue();
  }

  @Test
  void a_command_with_sealed_files_or_files_of_the_base_is_not() {
    assertThat(selfWritten(SampleCheck.sealed("unit"))).isFalse();
    assertThat(selfWritten(SampleCheck.ofBase("unit"))).isFalse();
  }

  @Test
  void an_oracle_that_a_group_owns_or_shares_is_self_written() {
    assertThat(selfWritten(sealed("src/unit.sh"))).isTrue();
    assertThat(selfWritten(sealed("package.json"))).isTrue();
    assertThat(selfWritten(sealed("oracle/unit.sh"))).isFalse();
  }

  @Test
  void files_of_the_base_that_a_group_may_change_are_self_written() {
    assertThat(selfWritten(ofBase("src/**/*.test.js"))).isTrue();
    assertThat(selfWritten(ofBase("*.json"))).isTrue();
    assertThat(selfWritten(ofBase("tests/**"))).isFalse();
  }

  @Test
  void requests_files_and_journeys_are_their_own_oracle() {
    assertThat(selfWritten(SampleCheck.http("unit"))).isFalse();
    assertThat(selfWritten(SampleCheck.files("unit"))).isFalse();
    assertThat(selfWritten(SampleCheck.browser("unit"))).isFalse();
  }

  private static boolean selfWritten(Check check) {
    return SampleSpec.empty()
        .check(check)
        .group("all", List.of(), List.of(), List.of("src/**"), List.of("package.json"), List.of())
        .spec()
        .selfWritten(check);
  }

  private static Check sealed(String path) {
    var file = new Oracle.SealedFile(path, "true");
    return SampleCheck.command("unit", new Oracle(List.of(file), List.of()));
  }

  private static Check ofBase(String glob) {
    return SampleCheck.command("unit", new Oracle(List.of(), List.of(new Glob(glob))));
  }
}
