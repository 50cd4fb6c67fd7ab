package dev.otto.activities.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How the program of an agent is started: its command line, what it needs in its environment
/// beside the Cell's own, what it reads from stdin, and the files outside its worktree and home
/// that it must be able to read.
///
/// @param secrets variables whose values stand on no command line and in no log
/// @param files what must lie in its home before it starts, by path below the home
public record AgentLaunch(
    List<String> argv,
    Map<String, String> environment,
    Map<String, String> secrets,
    String stdin,
    Map<String, String> files,
    List<Path> readable) {
  public AgentLaunch {
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a launch needs a program");
    }
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
    secrets = Map.copyOf(secrets);
    files = Map.copyOf(files);
    readable = List.copyOf(readable);
  }

  /// Of a program that needs no secret and finds nothing in its home.
  public AgentLaunch(
      List<String> argv, Map<String, String> environment, String stdin, List<Path> readable) {
    this(argv, environment, Map.of(), stdin, Map.of(), readable);
  }
}
