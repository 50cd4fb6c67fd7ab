package dev.otto.model.path;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/// Small globs over a small alphabet against every small path: what the automata say is what
/// counting says.
class GlobPropertiesTest {
  private static final List<String> NAMES = List.of("a", "b", "aa", "ab", "ba", "bb");
  private static final List<String> PATHS =
      Stream.iterate(NAMES, GlobPropertiesTest::oneDeeper).limit(4).flatMap(List::stream).toList();

  @Test
  void two_globs_overlap_exactly_when_a_path_is_meant_by_both() {
    qt().withExamples(800)
        .forAll(globs(), globs())
        .check((left, right) ->
            left.overlaps(right)
                == PATHS.stream().anyMatch(path -> left.matches(path) && right.matches(path)));
  }

  @Test
  void overlapping_is_symmetric() {
    qt().forAll(globs(), globs())
        .check((left, right) -> left.overlaps(right) == right.overlaps(left));
  }

  @Test
  void a_glob_means_what_its_regular_expression_means() {
    qt().withExamples(2_000)
        .forAll(globs(), pick(PATHS))
        .check((glob, path) -> glob.matches(path) == ("/" + path).matches(expression(glob)));
  }

  private static Gen<Glob> globs() {
    var names = lists().of(pick(List.of("a", "b", "*", "?"))).ofSizeBetween(1, 2);
    var segments = names.map(signs -> String.join("", signs));
    return lists().of(segments).ofSizeBetween(1, 3).map(parts -> new Glob(String.join("/", parts)));
  }

  private static String expression(Glob glob) {
    return Stream.of(glob.pattern().split("/", -1))
        .map(GlobPropertiesTest::expressionOf)
        .collect(Collectors.joining());
  }

  private static String expressionOf(String segment) {
    return segment.equals("**")
        ? "(?:/[^/]+)*"
        : "/" + segment.replace("*", "[^/]*").replace("?", "[^/]");
  }

  private static List<String> oneDeeper(List<String> paths) {
    return paths.stream().flatMap(path -> NAMES.stream().map(name -> path + "/" + name)).toList();
  }
}
