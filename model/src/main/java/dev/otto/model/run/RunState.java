package dev.otto.model.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.Digest;
import dev.otto.model.audit.Verdict;
import java.time.Instant;

/// Where a run stands, as people see it; derived from the run and never stored apart from it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunState.Working.class, name = "working"),
  @JsonSubTypes.Type(value = RunState.Waiting.class, name = "waiting"),
  @JsonSubTypes.Type(value = RunState.Limited.class, name = "limited"),
  @JsonSubTypes.Type(value = RunState.Pausing.class, name = "pausing"),
  @JsonSubTypes.Type(value = RunState.Paused.class, name = "paused"),
  @JsonSubTypes.Type(value = RunState.Ended.class, name = "ended")
})
public sealed interface RunState {
  record Working(Phase phase) implements RunState {}

  /// A person is asked to approve exactly this spec, until it is due.
  record Waiting(String what, Digest spec, Instant due) implements RunState {}

  /// It waits for the account of a provider, and goes on by itself; `why` is what the provider
  /// said.
  record Limited(String provider, Instant until, String why) implements RunState {}

  /// It will stand still when the calls that run have ended.
  record Pausing(String why) implements RunState {}

  record Paused(String why) implements RunState {}

  record Ended(Verdict verdict, String why) implements RunState {}

  /// The state as one word.
  default String word() {
    return switch (this) {
      case Working _ -> "working";
      case Waiting _ -> "waiting";
      case Limited _ -> "limited";
      case Pausing _ -> "pausing";
      case Paused _ -> "paused";
      case Ended _ -> "ended";
    };
  }
}
