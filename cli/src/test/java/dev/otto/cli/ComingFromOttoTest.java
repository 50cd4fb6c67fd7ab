package dev.otto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page for people of the earlier Otto names tests that there are, and commands that there are.
class ComingFromOttoTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
  private static final Pattern COMMAND = Pattern.compile("`otto ([a-z]+)");

  @Test
  void every_test_that_it_names_is_there() throws IOException {
    assertThat(tests()).containsAll(named(TEST));
  }

  @Test
  void every_command_that_it_names_is_there() throws IOException {
    assertThat(named(COMMAND))
        .isNotEmpty()
        .allMatch(
            name -> Catalog.all().stream().anyMatch(entry -> entry.name().equals(name)), "known");
  }

  private static Set<String> named(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(ROOT.resolve("docs/coming-from-otto.md")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> tests() throws IOException {
    var tests = new TreeSet<String>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .forEach(sources -> tests.addAll(in(sources)));
    }
    return tests;
  }

  private static Set<String> in(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
