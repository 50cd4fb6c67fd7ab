package dev.otto.cli.config;

import dev.otto.cli.shell.Shell;
import dev.otto.model.settings.file.FileKind;
import dev.otto.model.settings.file.FileRefusal;
import dev.otto.model.settings.file.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;

/// The two files of settings that count for a folder.
record SettingsFiles(Shell shell, Path folder) {
  /// The one of the repository that the folder is in; none outside of any.
  Optional<Path> project() {
    return Stream.<Path>iterate(folder, at -> at != null, Path::getParent)
        .filter(at -> Files.exists(at.resolve(".git")))
        .findFirst()
        .map(top -> top.resolve(FileKind.PROJECT.file()));
  }

  Path user() {
    return shell.home().resolve(FileKind.USER.file());
  }

  Written ofProject() {
    return project()
        .map(file -> read(FileKind.PROJECT, file, LinkOption.NOFOLLOW_LINKS))
        .orElseGet(() -> Written.nothing(FileKind.PROJECT));
  }

  Written ofUser() {
    return read(FileKind.USER, user());
  }

  /// Whether the server that there is began with an older file of the user's.
  boolean changedSinceStart() {
    var began = written(shell.home().resolve("server.json"));
    return began.isPresent()
        && written(user()).filter(changed -> changed.compareTo(began.get()) > 0).isPresent();
  }

  private static Optional<FileTime> written(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  private static Written read(FileKind kind, Path file, LinkOption... links) {
    if (!Files.isRegularFile(file, links)) {
      return Written.nothing(kind);
    }
    try (var stream = Files.newInputStream(file, (OpenOption[]) links)) {
      return Written.of(kind, kind.file(), stream.readNBytes(Written.LONGEST + 1));
    } catch (IOException trouble) {
      throw new FileRefusal.Unreadable(kind.file(), "it cannot be opened").refused();
    }
  }
}
