package dev.otto.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.json.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A text that is no JSON, or not quite, is refused with a line and a column, in words for people.
class MalformedSpecTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':1}         | it is not JSON (line 1, column 2), near '{'a':1}'",
        "{\"a\":01}      | it is not JSON (line 1, column 7), near '{\"a\":01}'",
        "{\"a\":NaN}     | it is not JSON (line 1, column 9), near '{\"a\":NaN}'",
        "{\"a\":tru}     | it is not JSON (line 1, column 6), near '{\"a\":tru}'",
        "{\"a\":1,}      | it is not JSON (line 1, column 8), near '{\"a\":1,}'",
        "// note         | it is not JSON (line 1, column 1), near '// note'",
        "{               | it ends too early (line 1, column 2)",
        "{\"a\":\"b      | it ends too early (line 1, column 8)",
        "{} {}           | something stands after its end",
        "{} x            | it is not JSON (line 1, column 4), near '{} x'",
        "[]              | must be an object, not a list",
        "5               | must be an object, not the number 5",
        "null            | must be an object, not null",
      })
  void a_text_that_is_no_spec_says_where_and_what(String text, String sentence) {
    assertThat(new Draft(text).violations()).containsExactly(new Violation("", sentence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n\n"})
  void an_empty_text_is_empty(String text) {
    assertThat(new Draft(text).violations()).containsExactly(new Violation("", "it is empty"));
  }

  @Test
  void a_fault_further_down_names_its_line() {
    assertThat(new Draft("{\n  \"title\": \"x\",\n  \"schema\" \"y\"\n}").violations())
        .containsExactly(
            new Violation(
                "", "it is not JSON (line 3, column 12), near ' \"schema\" \"y\"\\u000a}'"));
  }

  @Test
  void a_key_that_stands_twice_is_named_with_its_place() {
    var small = Draft.of(SampleSpec.small()).text();
    var twice = small.replace("\"kind\":\"new\"", "\"kind\":\"new\",\"kind\":\"kept\"");

    assertThat(new Draft(twice).violations())
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.pointer()).isEqualTo("/features/0/clauses/0/kind");
          assertThat(violation.sentence())
              .matches("this key stands here twice \\(line 1, column \\d+\\)");
        });
  }

  @Test
  void a_text_that_is_nested_without_end_is_refused() {
    assertThat(new Draft("[".repeat(100_000)).violations())
        .containsExactly(
            new Violation("", "it is nested too deep, or something in it is too long"));
  }

  @Test
  void an_answer_wrapped_in_prose_is_no_spec() {
    // W-41: nothing is recovered from prose.
    var wrapped = "Here it is:\n```json\n" + Draft.whole().text() + "\n```";

    assertThat(new Draft(wrapped).violations())
        .containsExactly(new Violation("", "it is not JSON (line 1, column 1), near 'Here it is'"));
  }
}
