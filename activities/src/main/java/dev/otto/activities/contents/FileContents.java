package dev.otto.activities.contents;

import dev.otto.model.Contents;
import dev.otto.model.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Contents as files `<folder>/ab/cdef…`, each written whole beside its place and then moved there.
public final class FileContents implements Contents {
  private final Path folder;

  public FileContents(Path folder) {
    this.folder = folder;
  }

  @Override
  public Digest keep(byte[] content) {
    var digest = Digest.of(content);
    var file = file(digest);
    if (Files.exists(file)) {
      return digest;
    }
    try {
      Files.createDirectories(file.getParent());
      var fresh = Files.createTempFile(file.getParent(), ".new", "");
      Files.write(fresh, content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException _) {
      return digest;
    } catch (IOException trouble) {
      throw new UncheckedIOException("content cannot be kept in " + folder, trouble);
    }
    return digest;
  }

  @Override
  public Optional<byte[]> find(Digest digest) {
    try {
      return Optional.of(Files.readAllBytes(file(digest)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException trouble) {
      throw new UncheckedIOException("content cannot be read from " + folder, trouble);
    }
  }

  private Path file(Digest digest) {
    return folder.resolve(digest.hex().substring(0, 2)).resolve(digest.hex().substring(2));
  }
}
