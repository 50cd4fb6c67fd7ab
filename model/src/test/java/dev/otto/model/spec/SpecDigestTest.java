package dev.otto.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.check.Check;
import dev.otto.model.check.HttpStep;
import dev.otto.model.check.SampleCheck;
import dev.otto.model.json.Json;
import dev.otto.model.json.SavedSample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The digest of a spec is its name: approvals and proofs are worth nothing if it changes.
class SpecDigestTest {
  @Test
  void a_spec_keeps_its_digest_for_ever() {
    // If this fails, a part of the spec was given a field that is written even when it is empty:
    // annotate it with @JsonInclude(NON_EMPTY), so that specs without it are written as before.
    var saved = SavedSample.named("spec/whole").value(Spec.class);

    assertThat(saved.digest().hex())
        .isEqualTo("8bc2a049b9e5d1f5bb98fdab57ee3d9e6ec0f0887c6ea8de561eb2339f6b95fa");
  }

  @Test
  void a_spec_is_the_same_when_it_is_read_back() {
    var spec = SampleSpec.whole();
    var back = Json.value(spec.canonical(), Spec.class);

    assertThat(back).isEqualTo(spec);
    assertThat(back.digest()).isEqualTo(spec.digest());
  }

  @Test
  void the_order_of_headers_and_captures_does_not_matter() {
    assertThat(Json.text(check("b", "a"))).isEqualTo(Json.text(check("a", "b")));
    assertThat(check("b", "a")).isEqualTo(check("a", "b"));
  }

  @Test
  void any_other_word_is_another_spec() {
    assertThat(SampleSpec.ofGroups("a", "b").digest())
        .isNotEqualTo(SampleSpec.ofGroups("b", "a").digest());
    assertThat(SampleSpec.empty().check(SampleCheck.sealed("a")).spec().digest())
        .isNotEqualTo(SampleSpec.empty().check(SampleCheck.selfWritten("a")).spec().digest());
  }

  private static Check check(String first, String second) {
    var headers = new LinkedHashMap<>(Map.of(first, "x"));
    headers.put(second, "x");
    var capture = new HttpStep.Capture(Optional.of(""), Optional.empty(), Optional.empty());
    var captures = new LinkedHashMap<>(Map.of(first, capture));
    captures.put(second, capture);
    var step =
        new HttpStep(
            Optional.empty(),
            new HttpStep.Request("GET", "/", headers, Optional.empty()),
            new HttpStep.Expectation(Optional.of(200), headers, List.of(), List.of()),
            captures);
    return new Check.Http(SampleCheck.http("a").id(), List.of(step), Optional.empty());
  }
}
