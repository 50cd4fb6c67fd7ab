package dev.otto.model.settings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;

/// What a model costs, in US dollars for a million tokens, as its user wrote it down.
///
/// @param input tokens that it reads
/// @param cached those of them that came from a cache
/// @param output tokens that it writes
/// @param asOf the day of the table in which it stands
public record Price(BigDecimal input, BigDecimal cached, BigDecimal output, LocalDate asOf) {
  private static final int MILLION = 6;

  public Price {
    if (Stream.of(input, cached, output).anyMatch(amount -> amount.signum() < 0)) {
      throw new IllegalArgumentException("nothing costs less than nothing");
    }
    input = plain(input);
    cached = plain(cached);
    output = plain(output);
  }

  /// What so many tokens cost: those that were read, of which so many came from a cache, and those
  /// that were written.
  public BigDecimal of(long read, long fromCache, long written) {
    return input
        .multiply(BigDecimal.valueOf(read - fromCache))
        .add(cached.multiply(BigDecimal.valueOf(fromCache)))
        .add(output.multiply(BigDecimal.valueOf(written)))
        .movePointLeft(MILLION);
  }

  private static BigDecimal plain(BigDecimal amount) {
    var stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
