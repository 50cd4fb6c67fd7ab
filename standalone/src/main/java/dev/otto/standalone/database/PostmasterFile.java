package dev.otto.standalone.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `postmaster.pid` says: which process serves the cluster, and whether it is ready. The file
/// stays behind when that process is killed.
record PostmasterFile(long pid, boolean ready) {
  private static final int STATUS = 7;

  static Path in(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  static Optional<PostmasterFile> read(Path cluster) {
    try {
      return parsed(Files.readAllLines(in(cluster), StandardCharsets.UTF_8));
    } catch (IOException | NumberFormatException absentOrBeingWritten) {
      return Optional.empty();
    }
  }

  private static Optional<PostmasterFile> parsed(List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    var ready = lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
    return Optional.of(new PostmasterFile(Long.parseLong(lines.getFirst().strip()), ready));
  }
}
