package dev.otto.standalone.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A secret, and where it is found.
record Canary(String secret) {
  /// The files below a folder that hold it.
  List<String> inFiles(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(this::isIn)
          .map(Path::toString)
          .toList();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// The other processes of this host that hold it in their environment or their command line.
  List<String> inProcesses() {
    var found = new ArrayList<String>();
    for (var process : ProcessHandle.allProcesses().toList()) {
      Stream.of("environ", "cmdline")
          .map(what -> Path.of("/proc/%d/%s".formatted(process.pid(), what)))
          .filter(this::isIn)
          .map(Path::toString)
          .forEach(found::add);
    }
    return found;
  }

  private boolean isIn(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
    } catch (IOException gone) {
      return false;
    }
  }
}
