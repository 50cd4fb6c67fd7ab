package dev.otto.activities.git;

import dev.otto.activities.process.Program;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a git command answered.
record GitAnswer(Program.Ended ended) {
  int exitCode() {
    return ended.exitCode();
  }

  boolean ok() {
    return exitCode() == 0;
  }

  byte[] bytes() {
    return ended.output();
  }

  String text() {
    return new String(ended.output(), StandardCharsets.UTF_8);
  }

  /// The answer of a command that prints one line.
  String line() {
    var text = text();
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  List<String> lines() {
    return text().lines().toList();
  }

  /// The answer of a command with `-z`.
  List<String> names() {
    return GitNames.read(ended.output());
  }

  String complaint() {
    return ended.complaint();
  }
}
