package dev.otto.activities.agent;

import dev.otto.model.call.Loss;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a call failed by the agent's own account. The run decides by it whether to wait, to ask
/// again or to ask a person.
public enum ErrorKind {
  /// Too many requests: the account is served again after a while.
  RATE_LIMIT,
  /// The account's window of use is spent until it resets.
  USAGE_WINDOW,
  /// The service has too much to do, or cannot be reached: it is left alone like an account that is
  /// at a limit, for as long as that lasts.
  OVERLOADED,
  SERVER,
  NETWORK,
  /// The account has no credit: a person must act.
  QUOTA,
  /// The account is not accepted: a person must act.
  AUTH,
  MODEL_NOT_FOUND,
  CONFIG,
  CONTEXT_TOO_LONG,
  /// A limit of the call was reached: turns, time, tokens or money.
  LIMIT,
  /// The answer is missing or breaks its schema.
  SCHEMA,
  /// The agent says that it cannot do it, and no more.
  GAVE_UP;

  /// What the call is to the run if it failed so: lost and worth repeating, or, without a loss,
  /// answered.
  public Optional<Loss> loss() {
    return switch (this) {
      case RATE_LIMIT, USAGE_WINDOW, OVERLOADED -> Optional.of(Loss.ACCOUNT);
      case SERVER, NETWORK -> Optional.of(Loss.CUT);
      case QUOTA, AUTH, MODEL_NOT_FOUND, CONFIG, CONTEXT_TOO_LONG, LIMIT, SCHEMA, GAVE_UP ->
          Optional.empty();
    };
  }

  /// Whether asking again is of no use before a person has put something right.
  public boolean needsPerson() {
    return switch (this) {
      case QUOTA, AUTH, MODEL_NOT_FOUND, CONFIG -> true;
      case RATE_LIMIT,
          USAGE_WINDOW,
          OVERLOADED,
          SERVER,
          NETWORK,
          CONTEXT_TOO_LONG,
          LIMIT,
          SCHEMA,
          GAVE_UP ->
          false;
    };
  }

  /// The kind as the protocol writes it, such as `rate-limit`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind of that word, also in capitals and with underscores.
  public static Optional<ErrorKind> named(String word) {
    var plain = word.toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(values()).filter(kind -> kind.word().equals(plain)).findFirst();
  }
}
