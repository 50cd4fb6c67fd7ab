package dev.otto.standalone.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Programs that only tests need: named by the environment, or where `scripts/install-test-tools`
/// puts them.
public final class TestTools {
  private TestTools() {}

  /// The `temporal` program. Without one the test is skipped, and the output says what that leaves
  /// unproven.
  @SuppressWarnings("SystemOut") // Meant for the person who reads the build's output.
  public static Path temporal() {
    var found = find();
    if (found.isEmpty()) {
      System.out.println("NOT PROVEN: dev server");
    }
    Assumptions.assumeTrue(found.isPresent(), "no temporal program");
    return found.orElseThrow();
  }

  private static Optional<Path> find() {
    return Stream.of(
            Optional.ofNullable(System.getenv("OTTO_TEMPORAL")).map(Path::of),
            Optional.of(folder().resolve("temporal")))
        .flatMap(Optional::stream)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path folder() {
    return Path.of(
        System.getenv()
            .getOrDefault(
                "OTTO_TEST_TOOLS", System.getProperty("user.home") + "/.cache/otto/test-tools"));
  }
}
