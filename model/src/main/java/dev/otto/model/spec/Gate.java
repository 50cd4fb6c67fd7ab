package dev.otto.model.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/// The review gate: whether a person has to look at the spec, and what they said.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "gate")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Gate.NotReached.class, name = "not-reached"),
  @JsonSubTypes.Type(value = Gate.Open.class, name = "open"),
  @JsonSubTypes.Type(value = Gate.Approved.class, name = "approved"),
  @JsonSubTypes.Type(value = Gate.Rejected.class, name = "rejected"),
  @JsonSubTypes.Type(value = Gate.TimedOut.class, name = "timed-out")
})
public sealed interface Gate {
  record NotReached() implements Gate {}

  /// A person is asked until this moment.
  record Open(Instant due) implements Gate {}

  record Approved(String by) implements Gate {}

  record Rejected(String by, String why) implements Gate {}

  record TimedOut() implements Gate {}
}
