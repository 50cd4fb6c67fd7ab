package dev.otto.api.door;

import dev.otto.model.Refusal;

/// Why a request is not let in.
sealed interface DoorRefusal extends Refusal {
  /// The request names another host: a name that was made to point here, or a proxy.
  record ForeignHost() implements DoorRefusal {}

  /// A page of somebody else asks.
  record ForeignOrigin() implements DoorRefusal {}

  record NoToken() implements DoorRefusal {}

  record WrongToken() implements DoorRefusal {}

  record LockedOut(long seconds) implements DoorRefusal {}

  record NoCsrf() implements DoorRefusal {}

  record TokenOnly() implements DoorRefusal {}

  record DeadLink() implements DoorRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case ForeignHost _ -> "foreign-host";
      case ForeignOrigin _ -> "foreign-origin";
      case NoToken _ -> "no-token";
      case WrongToken _ -> "wrong-token";
      case LockedOut _ -> "locked-out";
      case NoCsrf _ -> "no-csrf";
      case TokenOnly _ -> "token-only";
      case DeadLink _ -> "dead-link";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case ForeignHost _ -> "Otto answers to its own address only, and this is another name.";
      case ForeignOrigin _ -> "Another site asked, and Otto answers to its own page only.";
      case NoToken _ -> "Otto does not know who asks.";
      case WrongToken _ -> "The token is not the one of this Otto.";
      case LockedOut _ -> "Too many wrong tokens came from here.";
      case NoCsrf _ -> "The page did not show that it is Otto's own.";
      case TokenOnly _ -> "Only a program with the token may ask this.";
      case DeadLink _ -> "The link was used already, or it is too old.";
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case ForeignHost _ -> "Use the address that `otto web` prints.";
      case ForeignOrigin _, NoToken _, DeadLink _ -> "Open Mission Control with `otto web`.";
      case WrongToken _, TokenOnly _ -> "Send the token that stands in Otto's home.";
      case LockedOut(var seconds) -> "Try again in %d seconds.".formatted(seconds);
      case NoCsrf _ -> "Load the page again.";
    };
  }

  @Override
  default Kind kind() {
    return switch (this) {
      case ForeignHost _, ForeignOrigin _, NoCsrf _, TokenOnly _ -> Kind.FORBIDDEN;
      case NoToken _, WrongToken _, DeadLink _ -> Kind.UNAUTHENTICATED;
      case LockedOut _ -> Kind.TOO_OFTEN;
    };
  }
}
