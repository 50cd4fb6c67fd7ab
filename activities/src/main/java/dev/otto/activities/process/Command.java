package dev.otto.activities.process;

import java.util.List;

/// One command to run to its end: its words (never a shell string), what it reads, how long it may
/// take, and where its output goes.
public record Command(List<String> words, Input input, Patience patience, Logs logs) {
  public Command {
    words = List.copyOf(words);
    if (words.isEmpty() || words.getFirst().isBlank()) {
      throw new IllegalArgumentException("a command needs at least one word");
    }
  }

  public Command(List<String> words, Patience patience, Logs logs) {
    this(words, new Input.Nothing(), patience, logs);
  }

  public Command withInput(String words) {
    return new Command(this.words, new Input.Text(words), patience, logs);
  }
}
