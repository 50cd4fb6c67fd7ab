package dev.otto.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.Refusal;
import dev.otto.model.audit.AuditReport;
import dev.otto.model.host.HostFacts;
import dev.otto.model.packet.Packet;
import dev.otto.model.run.Run;
import dev.otto.model.spec.Spec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever an Otto stored, every later Otto reads. Stored types only grow: a field is never
/// renamed, and what old values lack has a default.
class SavedSamplesTest {
  private static final Map<String, Class<?>> WHOLE =
      Map.of(
          "run", Run.class,
          "spec", Spec.class,
          "audit-report", AuditReport.class,
          "packet", Packet.class,
          "host-facts", HostFacts.class);

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_reads_and_nothing_of_it_is_lost(SavedSample sample, Class<?> type)
      throws Exception {
    var value = sample.value(type);
    var written = Json.text(value);

    assertThat(SavedSample.nulls(value)).isEmpty();
    assertThat(sample.lostIn(written)).isEmpty();
    assertThat(Json.value(written, type)).isEqualTo(value);
    assertThat((Object) Json.strict().readValue(written, type)).isEqualTo(value);
    assertThat(Json.strict().writeValueAsString(value)).isEqualTo(written);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void what_a_later_otto_added_is_ignored(SavedSample sample, Class<?> type) {
    assertThat(Json.value(sample.withUnknownFields(), type)).isEqualTo(sample.value(type));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_kind_of_a_choice_has_a_sample(Class<?> choice, String kind, Class<?> type) {
    var sample = SavedSample.named(WireTypes.word(choice) + "/" + kind);

    assertThat(sample.value(choice)).isInstanceOf(type);
    assertThat(sample.tree().path(choice.getAnnotation(JsonTypeInfo.class).property()).asText())
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void every_record_of_a_choice_has_a_word_of_its_own(Class<?> choice) {
    var kinds = WireTypes.kinds(choice);

    assertThat(Set.of(kinds.stream().map(kind -> kind.value()).toArray()))
        .isEqualTo(Set.of((Object[]) choice.getPermittedSubclasses()));
    assertThat(kinds)
        .extracting(kind -> kind.name())
        .doesNotHaveDuplicates()
        .allMatch(word -> word.matches("[a-z]+(-[a-z]+)*"));
  }

  @Test
  void every_sample_is_of_a_type_that_is_still_there() {
    var types = Stream.concat(WHOLE.keySet().stream(), WireTypes.choices().map(WireTypes::word));

    assertThat(SavedSample.folders()).containsExactlyInAnyOrderElementsOf(types.toList());
  }

  @ParameterizedTest
  @MethodSource("enums")
  void every_constant_is_a_lower_case_word_on_the_wire(Class<?> type) {
    assertThat(List.of(type.getEnumConstants()))
        .extracting(Json::text)
        .allMatch(word -> word.matches("\"[a-z]+(-[a-z]+)*\""));
  }

  static Stream<Arguments> samples() {
    return Stream.concat(
        WireTypes.choices().flatMap(choice -> samples(WireTypes.word(choice), choice)),
        WHOLE.entrySet().stream().flatMap(one -> samples(one.getKey(), one.getValue())));
  }

  private static Stream<Arguments> samples(String folder, Class<?> type) {
    return SavedSample.of(folder).map(sample -> Arguments.of(sample, type));
  }

  static Stream<Class<?>> choices() {
    return WireTypes.choices();
  }

  static Stream<Arguments> kinds() {
    return WireTypes.choices()
        .flatMap(choice ->
            WireTypes.kinds(choice).stream()
                .map(kind -> Arguments.of(choice, kind.name(), kind.value())));
  }

  static Stream<Class<?>> enums() {
    return WireTypes.enums().filter(type -> !Set.of(Refusal.Kind.class).contains(type));
  }
}
