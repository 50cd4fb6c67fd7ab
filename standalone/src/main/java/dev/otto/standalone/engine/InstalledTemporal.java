package dev.otto.standalone.engine;

import dev.otto.model.Digest;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.home.JsonFile;
import dev.otto.standalone.home.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// The `temporal` program that Otto has put into its home, and what it was then: one that has been
/// changed since is not started.
record InstalledTemporal(Path folder) {
  /// What was put there.
  ///
  /// @param version of the server in it
  /// @param from where it was had
  record Note(String version, Digest sha256, String from, Instant at) {}

  static InstalledTemporal in(Home home) {
    return new InstalledTemporal(home.engine().resolve("program"));
  }

  Path program() {
    return folder.resolve("temporal");
  }

  /// What was put there, if anything was.
  Optional<Note> note() {
    return note(folder).read();
  }

  private static JsonFile<Note> note(Path folder) {
    return JsonFile.at(folder.resolve("installed.json"), Note.class);
  }

  /// The program, if one was put there, just as it was put there; a changed one is refused.
  Optional<Path> unchanged() {
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    if (!Files.isExecutable(program())
        || note().filter(note -> note.sha256().equals(FileDigest.of(program()))).isEmpty()) {
      throw new EngineRefusal.Changed(program()).refused();
    }
    return Optional.of(program());
  }

  /// Puts a program there, in place of what was there. Program and note appear at once.
  void put(Path fetched, ServerVersion version, String from) {
    try {
      var fresh = PrivateFolder.at(emptied(beside(".new")));
      Files.move(fetched, fresh.resolve("temporal"));
      note(fresh)
          .write(
              new Note(
                  version.toString(),
                  FileDigest.of(fresh.resolve("temporal")),
                  from,
                  Instant.now()));
      var former = emptied(beside(".old"));
      if (Files.exists(folder)) {
        Files.move(folder, former, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      emptied(former);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path beside(String suffix) {
    return folder.resolveSibling(folder.getFileName() + suffix);
  }

  /// The path, with nothing there any more.
  static Path emptied(Path path) {
    if (!Files.exists(path)) {
      return path;
    }
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
      return path;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
