package dev.otto.activities.git;

import static java.util.stream.Collectors.joining;

import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import dev.otto.model.json.Json;
import java.util.List;
import java.util.Optional;

/// The message of a commit by Otto: one line, and the trailers by which it is found again.
///
/// @param attempt 0 where none made it
/// @param aside what was moved out of the worktree because git cannot keep it
record CommitMessage(
    String subject, RunId run, Optional<GroupId> group, int attempt, List<String> aside) {
  static final String ASIDE = "Otto-Aside: ";
  private static final int LONGEST = 100;

  CommitMessage(String subject, RunId run) {
    this(subject, run, Optional.empty(), 0);
  }

  CommitMessage(String subject, RunId run, Optional<GroupId> group, int attempt) {
    this(subject, run, group, attempt, List.of());
  }

  CommitMessage {
    var line = subject.replaceAll("\\p{Cntrl}+|\\p{Zl}|\\p{Zp}", " ").strip();
    subject = line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /// The same, naming what was moved aside.
  CommitMessage with(List<String> paths) {
    return new CommitMessage(subject, run, group, attempt, List.copyOf(paths));
  }

  @Override
  public String toString() {
    return subject
        + "\n\nOtto-Run: "
        + run
        + "\n"
        + group.map("Otto-Group: %s\n"::formatted).orElse("")
        + (attempt > 0 ? "Otto-Attempt: %d\n".formatted(attempt) : "")
        + aside.stream().map(path -> ASIDE + Json.text(path) + "\n").collect(joining());
  }
}
