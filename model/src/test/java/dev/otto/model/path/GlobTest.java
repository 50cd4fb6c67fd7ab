package dev.otto.model.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          src/Main.java            | src/Main.java
          src/*.java               | src/Main.java
          src/*.java               | src/.java
          src/Ma?n.java            | src/Main.java
          src/?.txt                | src/𝄞.txt
          src/{main,test}/*.java   | src/test/A.java
          {src/{a,b},docs}/*       | src/b/x
          {src/{a,b},docs}/*       | docs/x
          x{,.min}.js              | x.js
          x{,.min}.js              | x.min.js
          app/[id]/page.tsx        | app/[id]/page.tsx
          **                       | any/thing/at/all
          *                        | .hidden
          docs/ein grüner Ast/**   | docs/ein grüner Ast/é☃.md
          """)
  void a_path_is_meant(String pattern, String path) {
    assertThat(new Glob(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          src/*.java               | src/deep/Main.java
          src/*                    | src
          src                      | src/Main.java
          src/Ma?n.java            | src/Man.java
          src/?                    | src/a/b
          src/{main,test}/*.java   | src/it/A.java
          app/[id]/page.tsx        | app/i/page.tsx
          SRC/*                    | src/a
          a/**/b                   | a/c
          """)
  void a_path_is_not_meant(String pattern, String path) {
    assertThat(new Glob(pattern).matches(path)).isFalse();
  }

  /// W-87: one `**` and five levels were all that the old matcher knew.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          src/**/x.java            | src/x.java
          src/**/x.java            | src/1/2/3/4/5/6/7/8/9/10/11/12/x.java
          **/a/**/b/**/*.java      | 1/2/a/3/4/5/b/6/7/8/9/c.java
          **/a/**/b/**/*.java      | a/b/c.java
          src/**                   | src
          src/**                   | src/1/2/3/4/5/6/7
          **/**/x                  | x
          """)
  void two_stars_mean_zero_or_more_segments_at_any_depth(String pattern, String path) {
    assertThat(new Glob(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          src/**                   | **/*.java            | true
          src/*.java               | src/Main.*           | true
          a*b                      | *ab*                 | true
          src/{a,b}/**             | src/b/c              | true
          **/a                     | b/**                 | true
          src/api/**               | src/web/**           | false
          src/*                    | src/*/x              | false
          *.java                   | *.js                 | false
          a/**/z                   | a/**/y               | false
          """)
  void globs_overlap_when_some_path_is_meant_by_both(String left, String right, boolean overlap) {
    assertThat(new Glob(left).overlaps(new Glob(right))).isEqualTo(overlap);
    assertThat(new Glob(right).overlaps(new Glob(left))).isEqualTo(overlap);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          /etc/*                   | '/etc/*' is not a path pattern: it must be relative, without a leading /
          src/../x                 | 'src/../x' is not a path pattern: it must not contain . or ..
          ./src                    | './src' is not a path pattern: it must not contain . or ..
          src//x                   | 'src//x' is not a path pattern: it has an empty segment
          src/                     | 'src/' is not a path pattern: it has an empty segment
          src/**.java              | 'src/**.java' is not a path pattern: ** must be a segment of its own
          src/{a,b                 | 'src/{a,b' is not a path pattern: a { has no }
          src/a}                   | 'src/a}' is not a path pattern: a } has no {
          {a,../b}                 | '{a,../b}' is not a path pattern: it must not contain . or ..
          """)
  void what_is_no_pattern_is_refused_with_one_sentence(String pattern, String sentence) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Glob(pattern)).withMessage(sentence);
  }

  @Test
  void an_empty_pattern_a_backslash_and_control_characters_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Glob(" "))
        .withMessage("' ' is not a path pattern: it is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Glob("src\\x"))
        .withMessageEndingWith("folders are divided by /, not by a backslash");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Glob("src/\n"))
        .withMessageEndingWith("it has a control character");
  }

  @Test
  void braces_that_explode_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Glob("{a,b}".repeat(40)))
        .withMessageEndingWith("its braces mean more than 256 patterns");
  }

  @Test
  void many_stars_are_judged_at_once() {
    var stars = new Glob("**/" + "*a".repeat(60) + "/**/" + "*a".repeat(60) + "b");

    assertThat(stars.matches("x/" + "a".repeat(400) + "/y/" + "a".repeat(400))).isFalse();
  }

  @Test
  void a_glob_is_a_string_in_json() throws Exception {
    var json = new ObjectMapper();
    var globs = List.of(new Glob("src/**"), new Glob("docs/*.md"));

    var text = json.writeValueAsString(globs);

    assertThat(text).isEqualTo("[\"src/**\",\"docs/*.md\"]");
    assertThat(json.readValue(text, Glob[].class)).containsExactlyElementsOf(globs);
  }
}
