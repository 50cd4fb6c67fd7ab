package dev.otto.cli.shell;

import java.io.FileDescriptor;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What surrounds a command: the environment, the folder it was typed in, and its three streams.
public record Shell(
    Map<String, String> environment, Path folder, InputStream in, Output out, Output err) {

  /// The shell that this process was started from.
  public static Shell current() {
    var environment = System.getenv();
    return new Shell(
        environment,
        Path.of("").toAbsolutePath(),
        System.in,
        Output.to(FileDescriptor.out, 1, environment),
        Output.to(FileDescriptor.err, 2, environment));
  }

  /// A variable of the environment; an empty one counts as not set.
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /// Otto's home: `OTTO_HOME`, else `~/.otto`.
  public Path home() {
    var named = variable("OTTO_HOME").map(folder::resolve);
    return named.orElseGet(() -> userFolder().resolve(".otto")).normalize();
  }

  /// A path as it was typed, made absolute.
  public Path resolved(String typed) {
    return folder.resolve(typed).normalize();
  }

  private Path userFolder() {
    return Path.of(
        variable("HOME")
            .filter(home -> home.startsWith("/"))
            .orElseGet(() -> System.getProperty("user.home")));
  }
}
