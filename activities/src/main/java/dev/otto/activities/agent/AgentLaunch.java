package dev.otto.activities.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How the program of an agent is started: its command line, what it needs in its environment
/// beside the Cell's own, what it reads from stdin, and the files outside its worktree and home
/// that it must be able to read.
public record AgentLaunch(
    List<String> argv, Map<String, String> environment, String stdin, List<Path> readable) {
  public AgentLaunch {
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a launch needs a program");
    }
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
    readable = List.copyOf(readable);
  }
}
