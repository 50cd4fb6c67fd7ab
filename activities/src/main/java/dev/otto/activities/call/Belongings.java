package dev.otto.activities.call;

import dev.otto.model.Digest;
import dev.otto.model.project.Baggage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The baggage that lies in a folder now, committed or not, each file with what it is. Links are
/// not followed, and what is neither file nor link is not opened.
record Belongings(Path folder) {
  private static final Set<String> NOT_ENTERED = Set.of(".git", "node_modules");

  /// What each is, by path: equal if and only if it is the same.
  Map<String, String> states() {
    var states = new TreeMap<String, String>();
    try {
      Files.walkFileTree(folder, new Visitor(states));
      return states;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Map<String, String> states;

    Visitor(Map<String, String> states) {
      this.states = states;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
      return NOT_ENTERED.contains(place.getFileName().toString()) && !place.equals(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      var path = folder.relativize(file).toString();
      if (Baggage.root(path).isPresent()) {
        states.put(path, state(file, attributes));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return FileVisitResult.CONTINUE;
    }
  }

  private static String state(Path file, BasicFileAttributes attributes) {
    try {
      if (attributes.isSymbolicLink()) {
        return "link " + Files.readSymbolicLink(file);
      }
      return attributes.isRegularFile()
          ? (Files.isExecutable(file) ? "program " : "file ") + digest(file)
          : "neither file nor link";
    } catch (IOException unreadable) {
      return "unreadable";
    }
  }

  private static String digest(Path file) throws IOException {
    var sha256 = Digest.sha256();
    try (var content = new DigestInputStream(Files.newInputStream(file), sha256)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
