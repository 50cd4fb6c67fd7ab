package dev.otto.activities.process.cell;

import dev.otto.model.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder below the home in which Cells keep what they need outside: sockets, reports, an empty
/// file, the launcher. Its name is short because the path of a socket must be.
record CellFolder(Path path) {
  private static final Logger log = LoggerFactory.getLogger(CellFolder.class);
  private static final int LONGEST_SOCKET = 107;

  static CellFolder below(Path home) throws IOException {
    var folder = new CellFolder(home.resolve("s"));
    var longest = LONGEST_SOCKET - bytes(folder.socket()) + bytes(home);
    if (bytes(home) > longest) {
      throw new CellRefusal.HomeTooDeep(home, longest).refused();
    }
    Files.createDirectories(folder.path);
    Files.setPosixFilePermissions(folder.path, PosixFilePermissions.fromString("rwx------"));
    folder.sweep();
    return folder;
  }

  /// A new socket's path.
  Path socket() {
    return fresh("sock");
  }

  /// A new report's path.
  Path report() {
    return fresh("report");
  }

  /// A new folder's path.
  Path trial() {
    return fresh("trial");
  }

  /// A file with nothing in it.
  Path empty() throws IOException {
    return written("empty", new byte[0]);
  }

  /// A file below this folder with exactly this content, in a place that only this content has.
  Path written(String name, byte[] content) throws IOException {
    var file = path.resolve(name);
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      var draft = Files.write(fresh("draft"), content);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  /// Writes a file that only one Cell needs.
  Path scrap(byte[] content) throws IOException {
    return Files.write(fresh("scrap"), content);
  }

  /// Removes a file that no Cell needs any more.
  void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException trouble) {
      log.warn("left behind: {}", file, trouble);
    }
  }

  /// Removes what an earlier server left behind: whoever is about to make Cells in this home is the
  /// only one.
  private void sweep() throws IOException {
    try (var files = Files.newDirectoryStream(path, "*.{sock,report,scrap,draft}")) {
      files.forEach(this::discard);
    }
  }

  private Path fresh(String kind) {
    return path.resolve(
        Digest.of(UUID.randomUUID().toString()).hex().substring(0, 10) + "." + kind);
  }

  private static int bytes(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
