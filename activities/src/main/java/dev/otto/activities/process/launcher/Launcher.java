package dev.otto.activities.process.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// First in a Cell: has a line wait for Otto, opens a port behind which Otto listens, as it is told; starts
/// the command, and leaves with the command's exit code.
///
///     Launcher [reach=<socket>] [outlet=<port>:<socket>] -- <command> <word>...
public final class Launcher {
  private static final String REACH = "reach=";
  private static final String OUTLET = "outlet=";
  private static final int CANNOT_START = 127;

  private final List<Lines> opened = new ArrayList<>();

  /// Nothing until the command is started, and for ever if it cannot be.
  private Optional<Process> command = Optional.empty();

  private Launcher() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    var launcher = new Launcher();
    var at = 0;
    while (!words[at].equals("--")) {
      launcher.open(words[at++]);
    }
    Runtime.getRuntime().addShutdownHook(new Farewell(launcher));
    launcher.start(List.of(words).subList(at + 1, words.length));
    launcher.leaveWithCommand();
  }

  /// Waits for the command's end and makes it this program's.
  void leaveWithCommand() throws InterruptedException {
    var started = command();
    var code = started.isPresent() ? started.get().waitFor() : CANNOT_START;
    opened.forEach(Lines::close);
    Runtime.getRuntime().halt(code);
  }

  private void open(String option) throws IOException {
    if (option.startsWith(REACH)) {
      var lines = new Lines(option.substring(REACH.length()));
      lines.add();
      opened.add(lines);
    } else if (option.startsWith(OUTLET)) {
      var colon = option.indexOf(':');
      var lines = new Lines(option.substring(colon + 1));
      Counter.open(Integer.parseInt(option.substring(OUTLET.length(), colon)), lines);
      opened.add(lines);
    } else {
      throw new IllegalArgumentException(option);
    }
  }

  /// Whoever asks for the command meanwhile waits until it is there.
  private synchronized void start(List<String> words) {
    try {
      command = Optional.of(new ProcessBuilder(words).inheritIO().start());
    } catch (IOException noSuchProgram) {
      System.err.println(noSuchProgram.getMessage());
    }
  }

  private synchronized Optional<Process> command() {
    return command;
  }
}
