package dev.otto.cli.shell;

import dev.otto.model.audit.Verdict;

/// The exit codes that scripts rely on.
public final class ExitCode {
  /// It was done; of a run: passed.
  public static final int DONE = 0;

  /// A run that ended otherwise than passed, a proof that does not hold, a machine that is not
  /// well.
  public static final int NOT_PASSED = 1;

  /// Wrong usage, wrong configuration, or refused.
  public static final int REFUSED = 2;

  private ExitCode() {}

  public static int of(Verdict verdict) {
    return verdict == Verdict.PASSED ? DONE : NOT_PASSED;
  }
}
