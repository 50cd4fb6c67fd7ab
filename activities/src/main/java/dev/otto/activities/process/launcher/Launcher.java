package dev.otto.activities.process.launcher;

import java.io.IOException;

/// Stands beside the command in a Cell: has a line wait for Otto, opens a port behind which Otto
/// listens, as it is told; says `open`, on which a shell starts the command, and serves until the
/// Cell ends.
///
///     Launcher [reach=<socket>] [outlet=<port>:<socket>]
public final class Launcher {
  private static final String REACH = "reach=";
  private static final String OUTLET = "outlet=";

  private Launcher() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    for (var word : words) {
      open(word);
    }
    System.out.print("open");
    System.out.close();
    Thread.currentThread().join();
  }

  private static void open(String option) throws IOException {
    if (option.startsWith(REACH)) {
      new Lines(option.substring(REACH.length())).add();
    } else if (option.startsWith(OUTLET)) {
      var colon = option.indexOf(':');
      var lines = new Lines(option.substring(colon + 1));
      Counter.open(Integer.parseInt(option.substring(OUTLET.length(), colon)), lines);
    } else {
      throw new IllegalArgumentException(option);
    }
  }
}
