package dev.otto.cli.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// The log of a home's server. It is kept private and from growing without end.
public record ServerLog(Path file) {
  private static final String MEANT = "otto: ";
  private static final long LONG = 8L * 1024 * 1024;

  public static ServerLog of(Path home) {
    return new ServerLog(home.resolve("logs").resolve("server.log"));
  }

  /// The log, with its folders there; what it said long ago is moved aside.
  ServerLog prepared() throws IOException {
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(file.getParent(), mine);
    if (length() > LONG) {
      Files.move(file, file.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return this;
  }

  long length() {
    return file.toFile().length();
  }

  /// What was said last since the log was so long: the sentence meant for people, if there is one.
  String last(long since) {
    return meant(since).orElseGet(() -> lines(since).stream().reduce((_, it) -> it).orElse(""));
  }

  /// The last sentence meant for people since the log was so long.
  Optional<String> meant(long since) {
    return lines(since).stream()
        .filter(line -> line.startsWith(MEANT))
        .reduce((_, later) -> later)
        .map(line -> line.substring(MEANT.length()));
  }

  private List<String> lines(long since) {
    try (var stream = Files.newInputStream(file)) {
      stream.skipNBytes(Math.min(since, length()));
      var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
      return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException absent) {
      return List.of();
    }
  }
}
