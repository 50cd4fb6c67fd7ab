package dev.otto.standalone.run;

import dev.otto.cli.Otto;
import dev.otto.cli.server.Build;
import dev.otto.cli.shell.Output;
import dev.otto.cli.shell.Shell;
import dev.otto.model.settings.PriceTable;
import dev.otto.standalone.AgentSettings;
import dev.otto.standalone.Closing;
import dev.otto.standalone.ServerSettings;
import dev.otto.standalone.database.DatabaseChoice;
import dev.otto.standalone.engine.EngineChoice;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.up.Server;
import dev.otto.store.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// A whole Otto with its door: the real server of a home in this JVM, and its command line.
final class FrontDoor implements AutoCloseable {
  private final Closing closing = new Closing();
  private final Home home;
  private final URI url;
  private final Database store;

  /// What a command came to: its exit code, and what it printed for programs and for people.
  record Said(int exit, String out, String err) {}

  FrontDoor(Path folder) {
    home = new Home(folder).prepared();
    var settings = new ServerSettings(new EngineChoice.InProcess(), new DatabaseChoice.Embedded());
    var agents = new AgentSettings(List.of(), List.of(), PriceTable.NONE);
    var build = Build.current().orElse("development");
    url = new Server(home, settings, agents, build, closing, () -> {}).begin().orElseThrow();
    store = closing.add("story", store(home));
  }

  private static Database store(Home home) {
    var port = text(home.database().resolve("port"));
    return Database.open(
        "jdbc:postgresql://127.0.0.1:%s/otto".formatted(port),
        "otto",
        text(home.database().resolve("password")));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  Jdbi jdbi() {
    return store.jdbi();
  }

  Home home() {
    return home;
  }

  URI url() {
    return url;
  }

  /// Types a command in that folder.
  Said types(Path folder, String... words) {
    return types(home.folder(), folder, "", words);
  }

  /// Types a command in that folder, with something on its stdin.
  Said pipes(String in, Path folder, String... words) {
    return types(home.folder(), folder, in, words);
  }

  /// Types a command in that folder, with another home.
  static Said types(Path home, Path folder, String in, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var shell =
        new Shell(
            Map.of("OTTO_HOME", home.toString(), "PATH", System.getenv("PATH")),
            folder,
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            Output.plain(out),
            Output.plain(err));
    var exit = new Otto(shell).run(words);
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    closing.close();
  }
}
