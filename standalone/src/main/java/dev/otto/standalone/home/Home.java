package dev.otto.standalone.home;

import dev.otto.model.HostId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where Otto keeps everything on this machine; nobody else may look into it.
///
/// | In it | What |
/// | --- | --- |
/// | `config.yaml` | the user's settings |
/// | `contents/` | content by SHA-256 |
/// | `projects/` | one folder per project: its clone and its worktrees |
/// | `database/` | PostgreSQL: cluster, password, port |
/// | `engine/` | Temporal: database file, ports, state |
/// | `s/` | sockets; the name is short because their paths must be |
/// | `logs/` | what the programs say |
/// | `host-id`, `token` | made once |
/// | `server.lock`, `owner.json`, `server.json` | who serves this home, and where |
public record Home(Path folder) {
  /// How many bytes must be free for runs to work.
  public static final long NEEDED = 256L << 20;

  private static final int LONGEST_SOCKET = 107;
  private static final int SOCKET_NAME = "/s/".length() + 16;

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /// The home that an environment names: `OTTO_HOME`, else `~/.otto`.
  public static Home of(Map<String, String> environment) {
    var named = environment.getOrDefault("OTTO_HOME", "");
    return named.isBlank()
        ? new Home(userFolder(environment).resolve(".otto"))
        : new Home(Path.of(named));
  }

  static Path userFolder(Map<String, String> environment) {
    var folder = environment.getOrDefault("HOME", "");
    return Path.of(folder.startsWith("/") ? folder : System.getProperty("user.home"));
  }

  /// The same home, with its folders there and private.
  public Home prepared() {
    if (socketPathLength() > LONGEST_SOCKET) {
      throw new HomeRefusal.TooLong(folder, LONGEST_SOCKET - SOCKET_NAME).refused();
    }
    PrivateFolder.at(folder);
    List.of(contents(), projects(), database(), engine(), sockets(), logs())
        .forEach(PrivateFolder::at);
    tryToWrite();
    return this;
  }

  private void tryToWrite() {
    if (freeBytes() < NEEDED) {
      throw new HomeRefusal.NoRoom(folder, freeBytes() >> 20).refused();
    }
    try {
      Files.delete(Files.createTempFile(folder, "tried", ""));
    } catch (IOException cannot) {
      throw new HomeRefusal.CannotWrite(folder).refused();
    }
  }

  public Path contents() {
    return folder.resolve("contents");
  }

  public Path projects() {
    return folder.resolve("projects");
  }

  public Path database() {
    return folder.resolve("database");
  }

  public Path engine() {
    return folder.resolve("engine");
  }

  public Path sockets() {
    return folder.resolve("s");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  public Path config() {
    return folder.resolve("config.yaml");
  }

  /// Held for as long as a server lives.
  public Path serverLock() {
    return folder.resolve("server.lock");
  }

  /// Who holds the lock.
  public Path owner() {
    return folder.resolve("owner.json");
  }

  /// Where the server answers.
  public Path server() {
    return folder.resolve("server.json");
  }

  /// The secret that lets a program of this user talk to the server: 256 random bits, made once.
  public Secret token() {
    return Secret.in(tokenFile());
  }

  public Path tokenFile() {
    return folder.resolve("token");
  }

  /// The name of this machine's worker, made once.
  public HostId hostId() {
    return new HostId(
        OnceFile.text(
            folder.resolve("host-id"), () -> "host-" + Secret.random().text().substring(0, 12)));
  }

  /// A port of this home, drawn at first need and kept.
  public KeptPort port(String what) {
    return new KeptPort(folder.resolve(what + "-port"));
  }

  private int socketPathLength() {
    return folder.toString().getBytes(StandardCharsets.UTF_8).length + SOCKET_NAME;
  }

  /// How many bytes are free where this home lies.
  public long freeBytes() {
    try {
      return Files.getFileStore(Files.exists(folder) ? folder : Path.of("/")).getUsableSpace();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
