package dev.otto.standalone.run;

import dev.otto.model.RunId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The processes of a run that live: those that name it in their words, their environment or their
/// folder, inside a Cell or not.
final class Living {
  private static final Path PROCESSES = Path.of("/proc");

  private Living() {}

  static List<String> of(RunId run) {
    try (var all = Files.list(PROCESSES)) {
      return all.filter(entry -> entry.getFileName().toString().matches("\\d+"))
          .filter(entry -> !entry.endsWith(Long.toString(ProcessHandle.current().pid())))
          .filter(entry -> names(entry, run.value()))
          .map(entry -> text(entry.resolve("cmdline")).replace('\0', ' '))
          .toList();
    } catch (IOException trouble) {
      throw new java.io.UncheckedIOException(trouble);
    }
  }

  private static boolean names(Path entry, String run) {
    return text(entry.resolve("cmdline")).contains(run)
        || text(entry.resolve("environ")).contains(run)
        || folder(entry).contains(run);
  }

  private static String folder(Path entry) {
    try {
      return Files.readSymbolicLink(entry.resolve("cwd")).toString();
    } catch (IOException gone) {
      return "";
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }
}
