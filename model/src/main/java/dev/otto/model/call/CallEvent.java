package dev.otto.model.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/// What happened to a call.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CallEvent.Ordered.class, name = "ordered"),
  @JsonSubTypes.Type(value = CallEvent.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = CallEvent.Lost.class, name = "lost")
})
public sealed interface CallEvent {
  CallOrder order();

  record Ordered(CallOrder order) implements CallEvent {}

  record Answered(CallOrder order, Answer answer, Usage usage) implements CallEvent {}

  /// The call ended from outside, without an answer.
  ///
  /// @param waitSeconds how long the account wants to be left alone, if it said so
  record Lost(CallOrder order, Loss loss, Usage usage, Optional<Long> waitSeconds)
      implements CallEvent {
    public Lost {
      waitSeconds = waitSeconds == null ? Optional.empty() : waitSeconds;
    }

    public Lost(CallOrder order, Loss loss, Usage usage) {
      this(order, loss, usage, Optional.empty());
    }
  }
}
