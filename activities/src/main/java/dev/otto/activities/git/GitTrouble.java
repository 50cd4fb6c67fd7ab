package dev.otto.activities.git;

import java.util.List;

/// Git could not do what Otto asked: the words of the command and the end of its complaint. Worth
/// another try.
public final class GitTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GitTrouble(List<String> words, GitAnswer answer) {
    this(
        "git %s ended with %d: %s"
            .formatted(String.join(" ", words), answer.exitCode(), answer.complaint()));
  }

  GitTrouble(String sentence) {
    super(sentence);
  }
}
