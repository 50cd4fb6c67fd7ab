package dev.otto.worker;

import dev.otto.model.Digest;
import dev.otto.model.run.Run;
import dev.otto.workflows.run.PursueRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/// What a history may be replayed with: the classes of model and workflows, as one digest in the
/// names of task queues.
public final class Build {
  private Build() {}

  /// The task queue of workflows and recording, the same for all workers of these classes.
  public static String queue() {
    var digest = Digest.sha256();
    for (var type : new Class<?>[] {Run.class, PursueRun.class}) {
      add(digest, type);
    }
    return "otto-" + HexFormat.of().formatHex(digest.digest()).substring(0, 12);
  }

  private static void add(MessageDigest digest, Class<?> type) {
    try {
      var home = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      var packages = type.getPackageName().split("\\.", -1);
      var root = String.join("/", packages[0], packages[1], packages[2]);
      if (Files.isDirectory(home)) {
        add(digest, home.resolve(root), home);
        return;
      }
      try (var jar = FileSystems.newFileSystem(home)) {
        add(digest, jar.getPath(root), jar.getPath("/"));
      }
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void add(MessageDigest digest, Path folder, Path home) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(
            home.toAbsolutePath()
                .relativize(file.toAbsolutePath())
                .toString()
                .getBytes(StandardCharsets.UTF_8));
        try (InputStream content = Files.newInputStream(file)) {
          digest.update(content.readAllBytes());
        }
      }
    }
  }
}
