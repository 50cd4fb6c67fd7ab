package dev.otto.model.budget;

import dev.otto.model.settings.Limits;

/// Whether a call may be made within its budget.
public sealed interface Admission {
  /// It may, and use so much.
  record Granted(Limits share) implements Admission {}

  /// Not before another call has said what it used.
  record Later() implements Admission {}

  /// There is nothing left.
  ///
  /// @param what what is used up, in words
  record Refused(String what) implements Admission {}
}
