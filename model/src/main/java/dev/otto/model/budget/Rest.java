package dev.otto.model.budget;

import dev.otto.model.settings.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is left of limits: given what was spent and what is set aside, how much one more call gets.
///
/// @param whose whose limits these are, in words
/// @param again whether the call is a repetition: one that did not get done with its share gets all
///   that is left
record Rest(String whose, Limits limits, Spending spent, Spending reserved, boolean again) {
  /// A call gets the share of one, or, as the only one, all that is left.
  Admission share() {
    var one = limits.ofOneCall();
    var tokens = limits.tokens().map(most -> tokens(most, one.tokens().orElseThrow()));
    var usd = limits.usd().map(most -> usd(most, one.usd().orElseThrow()));
    var calls = limits.calls().map(this::calls);
    var all = Stream.of(tokens, usd, calls).flatMap(Optional::stream).toList();
    return worst(all)
        .orElseGet(() -> all.stream().reduce(new Admission.Granted(Limits.NONE), Rest::both));
  }

  private Admission tokens(long most, long one) {
    return of(
        BigDecimal.valueOf(most),
        BigDecimal.valueOf(spent.tokens()),
        BigDecimal.valueOf(reserved.tokens()),
        BigDecimal.valueOf(one),
        "%,d tokens".formatted(most),
        share -> new Limits(Optional.of(share.longValue()), Optional.empty(), Optional.empty()));
  }

  private Admission usd(BigDecimal most, BigDecimal one) {
    return of(
        most,
        spent.usd(),
        reserved.usd(),
        one,
        most.toPlainString() + " USD",
        share -> new Limits(Optional.empty(), Optional.of(share), Optional.empty()));
  }

  private Admission calls(int most) {
    return of(
        BigDecimal.valueOf(most),
        BigDecimal.valueOf(spent.calls()),
        BigDecimal.valueOf(reserved.calls()),
        BigDecimal.ONE,
        most + (most == 1 ? " call" : " calls"),
        _ -> new Limits(Optional.empty(), Optional.empty(), Optional.of(1)));
  }

  private interface Share {
    Limits of(BigDecimal amount);
  }

  private Admission of(
      BigDecimal most,
      BigDecimal used,
      BigDecimal aside,
      BigDecimal one,
      String words,
      Share share) {
    var left = most.subtract(used);
    if (left.signum() <= 0) {
      return new Admission.Refused("%s of %s".formatted(whose, words));
    }
    var free = left.subtract(aside);
    if (free.compareTo(one) >= 0) {
      return new Admission.Granted(share.of(again ? free : one));
    }
    return aside.signum() == 0 ? new Admission.Granted(share.of(left)) : new Admission.Later();
  }

  private static Optional<Admission> worst(List<Admission> all) {
    return all.stream()
        .filter(Admission.Refused.class::isInstance)
        .findFirst()
        .or(() -> all.stream().filter(Admission.Later.class::isInstance).findFirst());
  }

  /// The smaller share of everything, of two that are granted; else the worse answer.
  static Admission both(Admission one, Admission other) {
    if (one instanceof Admission.Granted(var mine)
        && other instanceof Admission.Granted(var others)) {
      return new Admission.Granted(mine.least(others));
    }
    return worst(List.of(one, other)).orElseThrow();
  }
}
