package dev.otto.activities.git;

import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import java.util.Optional;

/// The message of a commit by Otto: one line, and the trailers by which it is found again.
///
/// @param attempt 0 where none made it
record CommitMessage(String subject, RunId run, Optional<GroupId> group, int attempt) {
  private static final int LONGEST = 100;

  CommitMessage(String subject, RunId run) {
    this(subject, run, Optional.empty(), 0);
  }

  CommitMessage {
    var line = subject.replaceAll("\\p{Cntrl}+|\\p{Zl}|\\p{Zp}", " ").strip();
    subject = line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  @Override
  public String toString() {
    return subject
        + "\n\nOtto-Run: "
        + run
        + "\n"
        + group.map("Otto-Group: %s\n"::formatted).orElse("")
        + (attempt > 0 ? "Otto-Attempt: %d\n".formatted(attempt) : "");
  }
}
