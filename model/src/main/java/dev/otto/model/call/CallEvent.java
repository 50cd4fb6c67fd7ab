package dev.otto.model.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.settings.Limits;
import java.util.Optional;
import java.util.Set;

/// What happened to a call.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CallEvent.Ordered.class, name = "ordered"),
  @JsonSubTypes.Type(value = CallEvent.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = CallEvent.Lost.class, name = "lost"),
  @JsonSubTypes.Type(value = CallEvent.NeedsPerson.class, name = "needs-person"),
  @JsonSubTypes.Type(value = CallEvent.Limited.class, name = "limited"),
  @JsonSubTypes.Type(value = CallEvent.GoesOn.class, name = "goes-on"),
  @JsonSubTypes.Type(value = CallEvent.Reserved.class, name = "reserved"),
  @JsonSubTypes.Type(value = CallEvent.SetAside.class, name = "set-aside"),
  @JsonSubTypes.Type(value = CallEvent.Moved.class, name = "moved")
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

    /// Whether nobody could say what was used until now: Otto itself ended under the call, and what
    /// it used is told with its next try, if there is one.
    public boolean untold() {
      return usage.calls() == 0 && loss.ofOttosDoing();
    }
  }

  /// The call cannot be made as things are, and only a person can change them. It is neither an
  /// answer nor a loss: it waits, and is made again when the run is resumed.
  ///
  /// @param kind the fault kind of its provider
  /// @param why who said what, and what the person can do, in one sentence
  record NeedsPerson(CallOrder order, String kind, String why, Usage usage) implements CallEvent {
    private static final Set<String> OF_THE_ACCOUNT = Set.of("auth", "quota");

    /// Whether it is the account that the person has to put right.
    public boolean ofTheAccount() {
      return OF_THE_ACCOUNT.contains(kind);
    }
  }

  /// The account of the call's provider is at a limit: the call was not made, and waits.
  record Limited(LimitedCall call) implements CallEvent {
    @Override
    public CallOrder order() {
      return call.order();
    }
  }

  /// The time of the limit is over: the call is made.
  record GoesOn(CallOrder order) implements CallEvent {}

  /// So much of the budget is set aside for the call, which may use no more.
  record Reserved(CallOrder order, Limits share) implements CallEvent {}

  /// The run stands still before the call was made: it waits with the run, and nothing of it is
  /// lost.
  record SetAside(CallOrder order) implements CallEvent {}

  /// The provider of the call cannot be used: another call, with the next provider of its role,
  /// takes its place.
  ///
  /// @param why what keeps the first provider from it, as the end of a sentence
  /// @param usage what the first provider used and nobody told before
  record Moved(CallOrder order, String from, String to, String why, Usage usage)
      implements CallEvent {
    /// The call that takes its place.
    public CallOrder next() {
      return order.movedTo(to);
    }

    /// As people read it.
    public String words() {
      return "moved from %s to %s because %s".formatted(from, to, why);
    }
  }
}
