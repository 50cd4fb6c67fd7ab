package dev.otto.standalone.run;

import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.run.RunCommand;
import java.util.Optional;
import java.util.UUID;

/// What ada says to runs, each time with a key of its own.
final class Ada {
  private Ada() {}

  static RunCommand approves(Digest spec) {
    return new RunCommand.Approve("ada", spec, key());
  }

  static RunCommand rejects(String why) {
    return new RunCommand.Reject("ada", why, key());
  }

  static RunCommand pauses() {
    return new RunCommand.Pause("ada", false, key());
  }

  static RunCommand pausesAtOnce() {
    return new RunCommand.Pause("ada", true, key());
  }

  static RunCommand resumes() {
    return new RunCommand.Resume("ada", key());
  }

  static RunCommand aborts(String group) {
    return new RunCommand.AbortGroup("ada", new GroupId(group), key());
  }

  private static Optional<String> key() {
    return Optional.of(UUID.randomUUID().toString());
  }
}
