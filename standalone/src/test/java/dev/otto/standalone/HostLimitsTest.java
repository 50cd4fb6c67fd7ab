package dev.otto.standalone;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Refusal.Refused;
import org.junit.jupiter.api.Test;

class HostLimitsTest {
  private static final String LIMITS =
      """
      Limit                     Soft Limit           Hard Limit           Units
      Max processes             %s                96365                processes
      Max open files            %s                20000                files
      """;

  @Test
  void with_too_few_files_or_processes_nothing_begins_and_it_is_said_what_to_raise() {
    assertThatThrownBy(() -> HostLimits.in(LIMITS.formatted("96365", "256")).enough())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("allows Otto 256 open files; it needs 1024");
    assertThatThrownBy(() -> HostLimits.in(LIMITS.formatted("100", "20000")).enough())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("allows Otto 100 processes; it needs 512");
  }

  @Test
  void enough_or_no_limit_at_all_is_enough() {
    assertThatCode(HostLimits.in(LIMITS.formatted("unlimited", "unlimited"))::enough)
        .doesNotThrowAnyException();
    assertThatCode(HostLimits.own()::enough).doesNotThrowAnyException();
  }
}
