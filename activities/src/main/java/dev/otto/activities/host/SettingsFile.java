package dev.otto.activities.host;

import dev.otto.model.settings.file.FileKind;
import dev.otto.model.settings.file.FileRefusal;
import dev.otto.model.settings.file.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/// A file of settings in its folder. What a repository has in the place of its own may not be a
/// link, which could lead anywhere.
public record SettingsFile(FileKind kind, Path folder) {
  private static final LinkOption[] NO_LINKS = {LinkOption.NOFOLLOW_LINKS};
  private static final LinkOption[] LINKS = {};

  /// `otto.yaml` in the top folder of a repository.
  public static SettingsFile ofProject(Path top) {
    return new SettingsFile(FileKind.PROJECT, top);
  }

  /// `config.yaml` in Otto's home.
  public static SettingsFile ofUser(Path home) {
    return new SettingsFile(FileKind.USER, home);
  }

  /// What it says; one that is not there says nothing.
  public Written written() {
    var file = folder.resolve(kind.file());
    return Files.isRegularFile(file, links())
        ? Written.of(kind, kind.file(), bytes(file))
        : Written.nothing(kind);
  }

  private byte[] bytes(Path file) {
    try (var stream = Files.newInputStream(file, (OpenOption[]) links())) {
      return stream.readNBytes(Written.LONGEST + 1);
    } catch (IOException trouble) {
      throw new FileRefusal.Unreadable(kind.file(), "it cannot be opened").refused();
    }
  }

  private LinkOption[] links() {
    return switch (kind) {
      case PROJECT -> NO_LINKS;
      case USER -> LINKS;
    };
  }
}
