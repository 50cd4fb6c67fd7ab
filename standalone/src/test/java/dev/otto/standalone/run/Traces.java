package dev.otto.standalone.run;

import dev.otto.model.Digest;
import dev.otto.standalone.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/// All that an Otto that was asked for something could leave behind: rows, its folders of projects,
/// and every file of the user's repository, with what git keeps.
record Traces(Map<String, Long> rows, String projects, Map<String, String> files) {
  private static final String[] TABLES = {
    "project", "run", "event", "call", "command", "landing", "account", "trust"
  };

  static Traces of(Jdbi jdbi, Home home, Path user) {
    return new Traces(rows(jdbi), listed(home.projects()), files(user));
  }

  private static Map<String, Long> rows(Jdbi jdbi) {
    var rows = new TreeMap<String, Long>();
    for (var table : TABLES) {
      rows.put(
          table,
          jdbi.withHandle(handle ->
              handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one()));
    }
    return rows;
  }

  private static String listed(Path folder) {
    if (!Files.isDirectory(folder)) {
      return "";
    }
    try (var all = Files.walk(folder)) {
      return all.map(Path::toString).sorted().collect(Collectors.joining("\n"));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static Map<String, String> files(Path user) {
    try (Stream<Path> all = Files.walk(user)) {
      var files = new TreeMap<String, String>();
      for (var path : all.toList()) {
        files.put(
            path.toString(),
            Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? Digest.of(Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .hex()
                : "");
      }
      return files;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
