package dev.otto.standalone.engine;

import dev.otto.standalone.home.WholeFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The dev server's database file, and beside it the id that the server gave it when it first
/// served it, and the version of the server that served it last.
///
/// The server never repairs, upgrades or even recognises a broken file, so a file that cannot be
/// used is put aside. No work is lost with it: every run starts from its checkpoint.
record EngineStore(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(EngineStore.class);
  private static final String MAGIC = "SQLite format 3\0";
  private static final int HEADER = 100;
  private static final List<String> BESIDE = List.of("", "-wal", "-shm");
  private static final List<String> BROKEN =
      List.of("malformed (11)", "not a database (26)", "no such table");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  Path file() {
    return folder.resolve("temporal.db");
  }

  /// The id of what is in it, once it has been served.
  Optional<String> clusterId() {
    return id().text().map(String::strip);
  }

  void servedAs(String clusterId, ServerVersion version) {
    keep(id(), clusterId);
    keep(servedBy(), version.toString());
  }

  private static void keep(WholeFile file, String text) {
    if (!file.text().map(String::strip).equals(Optional.of(text))) {
      file.write(text + "\n");
    }
  }

  /// Whether this is another database than the one that was served here before.
  boolean foreign(String clusterId) {
    return clusterId().filter(known -> !known.equals(clusterId)).isPresent();
  }

  /// Puts the file aside if it can be seen that a server of this version cannot use it.
  void putAsideIfUnusable(ServerVersion version) {
    fault().or(() -> age(version)).ifPresent(this::putAside);
  }

  /// No server brings the tables of another release up to date.
  private Optional<String> age(ServerVersion version) {
    return servedBy()
        .text()
        .filter(_ -> Files.exists(file()))
        .flatMap(ServerVersion::in)
        .filter(former -> !former.sameRelease(version))
        .map(former ->
            "Temporal server %s made it, and %s does not bring it up to date"
                .formatted(former, version));
  }

  /// Puts the file aside if a server that has just ended said that it could not use it.
  boolean putAsideIfNamedIn(List<String> lastWords) {
    var named =
        lastWords.stream().filter(line -> BROKEN.stream().anyMatch(line::contains)).findFirst();
    named.ifPresent(this::putAside);
    return named.isPresent();
  }

  private Optional<String> fault() {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    try (var content = new RandomAccessFile(file().toFile(), "r")) {
      if (content.length() == 0) {
        return Optional.of("it is empty");
      }
      if (content.length() < HEADER || !magic(content).equals(MAGIC)) {
        return Optional.of("it is not a database");
      }
      if (clusterId().isEmpty()) {
        return Optional.of("it was never served: its first start was cut short");
      }
      return cut(content) ? Optional.of("it is cut short") : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String magic(RandomAccessFile content) throws IOException {
    var bytes = new byte[MAGIC.length()];
    content.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// The header names the size of a page and their number. With a log of writes beside it the file
  /// may rightly be shorter.
  private boolean cut(RandomAccessFile content) throws IOException {
    content.seek(16);
    var named = content.readUnsignedShort();
    content.seek(28);
    var pages = Integer.toUnsignedLong(content.readInt());
    var page = named == 1 ? 65_536 : named;
    return !Files.exists(beside("-wal")) && content.length() < page * pages;
  }

  void putAside(String why) {
    var aside = ".broken-" + SECOND.format(Instant.now());
    LOG.warn(
        "engine database put aside: {} is now {}{} because {}. Runs go on from their checkpoints.",
        file(),
        file().getFileName(),
        aside,
        why);
    try {
      for (var suffix : BESIDE) {
        if (Files.exists(beside(suffix))) {
          Files.move(beside(suffix), beside(aside + suffix));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    id().delete();
    servedBy().delete();
  }

  private Path beside(String suffix) {
    return file().resolveSibling(file().getFileName() + suffix);
  }

  private WholeFile servedBy() {
    return new WholeFile(folder.resolve("served-by"));
  }

  private WholeFile id() {
    return new WholeFile(folder.resolve("cluster-id"));
  }
}
