package dev.otto.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who listens on a loopback port, as the kernel's own tables say. An answer on a port proves
/// nothing about who gave it: another server may have been there first.
public final class Listening {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final String LISTEN = "0A";

  private Listening() {}

  /// Whether it is this process that listens there.
  public static boolean by(OtherProcess process, int port) {
    var sockets = socketsOn(port);
    try (var files = Files.list(process.proc("fd"))) {
      return files.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException gone) {
      return false;
    }
  }

  private static Set<String> socketsOn(int port) {
    return TABLES.stream()
        .flatMap(Listening::rows)
        .filter(row -> row.listensOn(port))
        .map(Row::socket)
        .collect(Collectors.toSet());
  }

  private static Stream<Row> rows(Path table) {
    try {
      return Files.readAllLines(table).stream().skip(1).map(Row::parsed);
    } catch (IOException absent) {
      return Stream.of();
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  private record Row(String port, String state, String inode) {
    static Row parsed(String line) {
      var fields = line.strip().split("\\s+", -1);
      return new Row(fields[1].substring(fields[1].lastIndexOf(':') + 1), fields[3], fields[9]);
    }

    boolean listensOn(int number) {
      return state.equals(LISTEN) && Integer.parseInt(port, 16) == number;
    }

    String socket() {
      return "socket:[" + inode + "]";
    }
  }
}
