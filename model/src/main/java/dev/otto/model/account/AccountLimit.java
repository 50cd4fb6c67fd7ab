package dev.otto.model.account;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What stands in the way of an account.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "limit")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AccountLimit.Until.class, name = "until"),
  @JsonSubTypes.Type(value = AccountLimit.Spent.class, name = "spent")
})
public sealed interface AccountLimit {
  /// How long an account is left alone after its first limit, if its provider does not say.
  Duration SHORTEST = Duration.ofSeconds(30);

  /// The longest that it is left alone without its provider saying so.
  Duration LONGEST = Duration.ofMinutes(10);

  /// It is served again from then on.
  ///
  /// @param why what the provider said
  /// @param times how often in a row it was at a limit
  record Until(Instant moment, String why, int times) implements AccountLimit {}

  /// It is not served before a person has done something about it; `why` says what.
  record Spent(String why) implements AccountLimit {}

  /// The limit of an account that was refused just now, given the one before.
  ///
  /// @param wait how long the provider wants to be left alone, if it said so
  static AccountLimit refused(
      Optional<AccountLimit> before, Instant now, Optional<Duration> wait, String why) {
    return switch (before.orElse(new Until(Instant.MIN, "", 0))) {
      case Spent spent -> spent;
      case Until(var moment, _, var times) when moment.isAfter(now) ->
          wait.map(now::plus)
              .filter(moment::isBefore)
              .<AccountLimit>map(later -> new Until(later, why, times))
              .orElse(before.orElseThrow());
      case Until(_, _, var times) ->
          new Until(now.plus(wait.orElseGet(() -> usual(times))), why, times + 1);
    };
  }

  /// Whether it still holds.
  default boolean holds(Instant now) {
    return switch (this) {
      case Until(var moment, _, _) -> moment.isAfter(now);
      case Spent _ -> true;
    };
  }

  private static Duration usual(int times) {
    var wait = SHORTEST.multipliedBy(1L << Math.min(times, 10));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
