package dev.otto.standalone.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A folder that only its owner may enter (0700).
public final class PrivateFolder {
  private static final Set<PosixFilePermission> MINE = PosixFilePermissions.fromString("rwx------");

  private PrivateFolder() {}

  /// The folder, made or closed to others.
  public static Path at(Path folder) {
    try {
      Files.createDirectories(folder.getParent());
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(MINE));
      return folder;
    } catch (FileAlreadyExistsException there) {
      return closed(folder);
    } catch (FileSystemException cannot) {
      throw new HomeRefusal.CannotWrite(folder).refused();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path closed(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new HomeRefusal.NotAFolder(folder).refused();
    }
    try {
      if (!Files.getPosixFilePermissions(folder).equals(MINE)) {
        Files.setPosixFilePermissions(folder, MINE);
      }
      return folder;
    } catch (IOException foreign) {
      throw new HomeRefusal.NotYours(folder).refused();
    }
  }
}
