package dev.otto.standalone.server;

import dev.otto.standalone.home.Home;
import dev.otto.standalone.home.JsonFile;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// How scripts and the command line find the server of a home: where it answers, the file with the
/// token, its process, the engine in use and the build. There only while the server is ready.
public record ServerFile(URI url, String tokenFile, long pid, String engine, String build) {
  public ServerFile {
    Objects.requireNonNull(url, "a server file names its url");
    Objects.requireNonNull(tokenFile, "a server file names its token file");
    Objects.requireNonNull(engine, "a server file names its engine");
    Objects.requireNonNull(build, "a server file names its build");
  }

  /// What the server of this process says of itself.
  public static ServerFile of(Home home, URI url, String engine, String build) {
    return new ServerFile(
        url, home.tokenFile().toString(), ProcessHandle.current().pid(), engine, build);
  }

  /// What the home's server says of itself, if one is ready (or was killed while it was).
  public static Optional<ServerFile> read(Home home) {
    return file(home).read();
  }

  /// Tells everyone.
  public void write(Home home) {
    file(home).write(this);
  }

  /// Takes it back, unless another server has told of itself meanwhile.
  public void remove(Home home) {
    if (read(home).filter(this::equals).isPresent()) {
      file(home).delete();
    }
  }

  static JsonFile<ServerFile> file(Home home) {
    return JsonFile.at(home.server(), ServerFile.class);
  }
}
