package dev.otto.activities.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// The program of a provider as the machine runs it. What stands on the search path may be a script
/// that starts it, and needs Node.js and more files than a Cell has.
final class NativeProgram {
  private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};
  private static final String ARCH =
      System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
  private static final String TRIPLE =
      (ARCH.equals("arm64") ? "aarch64" : "x86_64") + "-unknown-linux-musl";

  private NativeProgram() {}

  /// The program itself, or the one that the package of the script brings along.
  static Optional<Path> of(Path program) {
    try {
      var real = program.toRealPath();
      return Stream.concat(Stream.of(real), besides(real))
          .filter(Files::isExecutable)
          .filter(NativeProgram::isNative)
          .findFirst();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /// Where npm puts what belongs to `<scope>/<package>/bin/<script>`.
  private static Stream<Path> besides(Path script) {
    var folder = script.resolve("../..").normalize();
    var codex = "codex-linux-" + ARCH + "/vendor/" + TRIPLE + "/bin/codex";
    var claude = "claude-code-linux-" + ARCH + "/claude";
    return Stream.of(
        folder.resolveSibling(codex),
        folder.resolve("node_modules/@openai").resolve(codex),
        folder.resolveSibling(claude),
        folder.resolve("node_modules/@anthropic-ai").resolve(claude));
  }

  private static boolean isNative(Path program) {
    try (var file = Files.newInputStream(program)) {
      return Arrays.equals(file.readNBytes(MAGIC.length), MAGIC);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
