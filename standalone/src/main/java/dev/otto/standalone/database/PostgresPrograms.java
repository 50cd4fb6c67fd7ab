package dev.otto.standalone.database;

import dev.otto.standalone.home.Cache;
import dev.otto.standalone.home.ExclusiveFile;
import dev.otto.standalone.home.WholeFolder;
import dev.otto.standalone.process.Waiting;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs, unpacked once per user and shared by all homes. The folder appears
/// under its name when it is complete, so a kill in the middle leaves nothing half.
record PostgresPrograms(Path folder) {
  private static final Map<String, String> MACHINES =
      Map.of("amd64", "x86_64", "aarch64", "arm_64");
  private static final int OWNER_MAY_RUN = 0100;
  private static final Duration UNPACKING = Duration.ofMinutes(2);

  /// The programs in the user's cache, unpacked now if they are not there.
  static PostgresPrograms in(Cache cache) {
    var archive = archive();
    var folder = new WholeFolder(cache.folder().resolve("postgresql-" + fingerprint(archive)));
    if (!folder.there()) {
      unpackAlone(archive, folder);
    }
    return new PostgresPrograms(folder.path());
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private static URL archive() {
    var machine = System.getProperty("os.arch");
    var name = "postgres-linux-%s.txz".formatted(MACHINES.getOrDefault(machine, machine));
    var archive = PostgresPrograms.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new DatabaseRefusal.NoPrograms(machine).refused();
    }
    return archive;
  }

  /// The check sum that the jar has of the archive, so that nothing has to be read at a warm start.
  private static String fingerprint(URL archive) {
    try {
      var connection = archive.openConnection();
      connection.setUseCaches(false);
      return connection instanceof JarURLConnection jar
          ? checkSum(jar)
          : Long.toHexString(connection.getContentLengthLong());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String checkSum(JarURLConnection connection) throws IOException {
    try (var jar = connection.getJarFile()) {
      return HexFormat.of().toHexDigits((int) jar.getEntry(connection.getEntryName()).getCrc());
    }
  }

  private static void unpackAlone(URL archive, WholeFolder folder) {
    var lock = folder.path().resolveSibling(folder.path().getFileName() + ".lock");
    try (var _ =
        Waiting.value(() -> ExclusiveFile.tryHold(lock), UNPACKING)
            .orElseThrow(() -> new IllegalStateException("still unpacked by another: " + folder))) {
      if (!folder.there()) {
        folder.make(draft -> unpack(archive, draft));
      }
    }
  }

  private static void unpack(URL archive, Path draft) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(archive.openStream())))) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        place(entry, tar, draft);
      }
    }
  }

  private static void place(TarArchiveEntry entry, TarArchiveInputStream content, Path draft)
      throws IOException {
    var path = draft.resolve(entry.getName()).normalize();
    if (!path.startsWith(draft)) {
      throw new IOException("leads out of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    if ((entry.getMode() & OWNER_MAY_RUN) != 0 && !path.toFile().setExecutable(true)) {
      throw new IOException("cannot be made executable: " + path);
    }
  }
}
