package dev.otto.model.group;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.CallId;
import dev.otto.model.CommitId;
import dev.otto.model.TreeId;
import dev.otto.model.call.CallOrder;
import java.time.Instant;
import java.util.Optional;

/// Where a group stands in its round. Every standing carries exactly what is known in it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "standing")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Standing.Resting.class, name = "resting"),
  @JsonSubTypes.Type(value = Standing.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = Standing.Calling.class, name = "calling"),
  @JsonSubTypes.Type(value = Standing.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = Standing.Passed.class, name = "passed"),
  @JsonSubTypes.Type(value = Standing.Merging.class, name = "merging"),
  @JsonSubTypes.Type(value = Standing.Merged.class, name = "merged"),
  @JsonSubTypes.Type(value = Standing.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = Standing.Cancelled.class, name = "cancelled"),
  @JsonSubTypes.Type(value = Standing.Aborting.class, name = "aborting"),
  @JsonSubTypes.Type(value = Standing.Aborted.class, name = "aborted")
})
public sealed interface Standing {
  /// No attempt is open; the next begins when its turn has come.
  record Resting() implements Standing {}

  /// An attempt is open and a call is to be ordered.
  record Ready() implements Standing {}

  /// An agent works.
  record Calling(CallId call) implements Standing {}

  /// The agent answered at this moment; its work is to be checked.
  record Answered(CallOrder order, Instant at) implements Standing {}

  /// The work passed its checks and waits for the lane.
  record Passed(CommitId commit, TreeId tree) implements Standing {}

  /// The lane has it: a candidate of the commit onto the head, dated with the moment.
  ///
  /// @param aborter who wants it aborted, unless the branch has moved to the candidate by then
  record Merging(CommitId commit, CommitId onto, Instant at, Optional<String> aborter)
      implements Standing {
    public Merging {
      aborter = aborter == null ? Optional.empty() : aborter;
    }
  }

  record Merged(CommitId commit, boolean redundant) implements Standing {}

  record Failed(String why) implements Standing {}

  record Cancelled(String why) implements Standing {}

  record Aborting(String by) implements Standing {}

  record Aborted(String by) implements Standing {}

  /// Whether nothing happens to the group any more, in this round.
  default boolean settled() {
    return switch (this) {
      case Merged _, Failed _, Cancelled _, Aborted _ -> true;
      case Resting _, Ready _, Calling _, Answered _, Passed _, Merging _, Aborting _ -> false;
    };
  }

  /// Whether somebody wants it aborted, and it is not yet.
  default boolean aborting() {
    return switch (this) {
      case Aborting _ -> true;
      case Merging merging -> merging.aborter().isPresent();
      case Resting _,
          Ready _,
          Calling _,
          Answered _,
          Passed _,
          Merged _,
          Failed _,
          Cancelled _,
          Aborted _ ->
          false;
    };
  }

  /// The standing as one word.
  default String word() {
    return switch (this) {
      case Resting _ -> "waiting";
      case Ready _, Calling _ -> "building";
      case Answered _ -> "checking";
      case Passed _ -> "passed";
      case Merging _ -> aborting() ? "aborting" : "merging";
      case Merged _ -> "merged";
      case Failed _ -> "failed";
      case Cancelled _ -> "cancelled";
      case Aborting _ -> "aborting";
      case Aborted _ -> "aborted";
    };
  }
}
