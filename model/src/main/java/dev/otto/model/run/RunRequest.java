package dev.otto.model.run;

import dev.otto.model.Digest;
import dev.otto.model.json.Body;
import dev.otto.model.settings.Limits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a person sends about a run; it names what the person looked at. Which run, which group and
/// who asks is said outside of it.
public sealed interface RunRequest extends Body {
  int LONGEST_REASON = 2_000;
  int LONGEST_MESSAGE = 16_000;

  record Approve(Digest spec) implements RunRequest {}

  /// Another spec, as text, in the place of the one that the person looked at.
  record Edit(Digest looked, String spec) implements RunRequest {}

  /// The spec that the person looked at, written again: answers to its open questions, by their
  /// number from 1 or their words, and what else shall be otherwise.
  record Regenerate(Digest looked, Optional<String> wish, Optional<Map<String, String>> answers)
      implements RunRequest {
    public Regenerate {
      wish = wish == null ? Optional.empty() : wish;
      answers = answers == null ? Optional.empty() : answers.map(LinkedHashMap::new);
      if (wish.filter(words -> !words.isBlank()).isEmpty()
          && answers.filter(given -> !given.isEmpty()).isEmpty()) {
        throw new IllegalArgumentException("There is no answer and no wish in it.");
      }
      if (length(wish, answers) > LONGEST_MESSAGE) {
        throw new IllegalArgumentException(
            "Answers and wishes have at most %d characters together.".formatted(LONGEST_MESSAGE));
      }
    }

    private static int length(Optional<String> wish, Optional<Map<String, String>> answers) {
      return wish.map(String::length).orElse(0)
          + answers.orElse(Map.of()).values().stream().mapToInt(String::length).sum();
    }
  }

  record Reject(Optional<String> why) implements RunRequest {
    public Reject {
      why = reason(why);
    }
  }

  /// `now` also ends the calls that run.
  record Pause(Optional<Boolean> now) implements RunRequest {
    public Pause {
      now = now == null ? Optional.empty() : now;
    }
  }

  record Resume() implements RunRequest {}

  /// So much more of what is limited.
  record RaiseBudget(Optional<Limits> more, Optional<Long> seconds) implements RunRequest {
    public RaiseBudget {
      more = more == null ? Optional.empty() : more;
      seconds = seconds == null ? Optional.empty() : seconds;
      if (seconds.filter(number -> number < 1).isPresent()) {
        throw new IllegalArgumentException("More time is at least a second.");
      }
    }
  }

  record Abort(Optional<String> why) implements RunRequest {
    public Abort {
      why = reason(why);
    }
  }

  /// Says something to the agent of a group; without one, of the only group at work. `now` ends the
  /// call that runs, which is repeated.
  record Say(String text, Optional<String> group, Optional<Boolean> now) implements RunRequest {
    public Say {
      group = group == null ? Optional.empty() : group;
      now = now == null ? Optional.empty() : now;
      if (text.isBlank() || text.length() > LONGEST_MESSAGE) {
        throw new IllegalArgumentException(
            "A message has between 1 and %d characters.".formatted(LONGEST_MESSAGE));
      }
    }
  }

  record AbortGroup() implements RunRequest {}

  /// A new run from the facts of one: `from` the phase `compile` or `build`, or with another spec,
  /// as text.
  record Fork(Optional<String> from, Optional<String> spec) implements RunRequest {
    public Fork {
      from = from == null ? Optional.empty() : from;
      spec = spec == null ? Optional.empty() : spec;
      if (from.isPresent() == spec.isPresent()) {
        throw new IllegalArgumentException("A fork begins from a phase, or with a spec.");
      }
    }
  }

  private static Optional<String> reason(Optional<String> why) {
    if (why == null) {
      return Optional.empty();
    }
    if (why.filter(text -> text.length() > LONGEST_REASON).isPresent()) {
      throw new IllegalArgumentException(
          "A reason has at most %d characters.".formatted(LONGEST_REASON));
    }
    return why;
  }
}
