package dev.otto.standalone.database;

import dev.otto.standalone.process.LogFile;
import dev.otto.standalone.process.Program;
import dev.otto.standalone.process.Program.Ending;
import dev.otto.standalone.process.ProgramStarter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a PostgreSQL program is called here: which words, in which folder, into which log.
record Postgres(
    PostgresPrograms programs,
    List<String> prefix,
    ProgramStarter starter,
    Path folder,
    LogFile log) {
  /// The words that start a server on a cluster. Durable, on loopback alone, without a Unix socket.
  ///
  /// A statement whose client was killed ends within two seconds, so that a new server never waits
  /// for an old one's locks.
  List<String> serverWords(Path cluster, int port) {
    var words = words("postgres", "-D", cluster.toString(), "-p", Integer.toString(port));
    for (var setting :
        List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "timezone=UTC",
            "client_connection_check_interval=2s")) {
      words.addAll(List.of("-c", setting));
    }
    return words;
  }

  Process startServer(Path cluster, int port) {
    return starter.start(program(Ending.OUTLIVES_US, serverWords(cluster, port)));
  }

  /// Makes a cluster: scram from birth, sorted by code point, letters of all languages known.
  void initialise(Path cluster, String user, Path passwordFile) {
    var before = log.length();
    var exit =
        starter.run(
            program(
                Ending.WITH_US,
                words(
                    "initdb",
                    "--pgdata=" + cluster,
                    "--username=" + user,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions")));
    if (exit != 0) {
      throw new DatabaseRefusal.DidNotStart(log.path(), lastWords(before)).refused();
    }
  }

  /// Shuts a server down; `fast` rolls back what is open, `immediate` leaves the rest to recovery.
  boolean stopped(Path cluster, String mode) {
    return starter.run(
            program(
                Ending.WITH_US,
                words(
                    "pg_ctl",
                    "stop",
                    "-D",
                    cluster.toString(),
                    "-m",
                    mode,
                    "-w",
                    "-t",
                    "10",
                    "-s")))
        == 0;
  }

  /// What the log has got since it had this length: the reason of a failure, if it names one.
  String lastWords(long before) {
    var lines = log.linesSince(before);
    return lines.stream()
        .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("error:"))
        .findFirst()
        .or(() -> lines.stream().reduce((_, later) -> later))
        .orElse("it said nothing");
  }

  private Program program(Ending ending, List<String> words) {
    var command = new ArrayList<>(prefix);
    command.addAll(words);
    return new Program(command, folder, log.path(), ending);
  }

  private List<String> words(String program, String... arguments) {
    var words = new ArrayList<String>();
    words.add(programs.program(program).toString());
    words.addAll(List.of(arguments));
    return words;
  }
}
