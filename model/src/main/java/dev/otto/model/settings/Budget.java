package dev.otto.model.settings;

/// What the calls of a run may use up.
///
/// @param run all of them together
/// @param group those of each group
public record Budget(Limits run, Limits group, OnLimit onLimit) {
  public static final Budget NONE = new Budget(Limits.NONE, Limits.NONE, OnLimit.PAUSE);

  public Budget {
    run = run == null ? Limits.NONE : run;
    group = group == null ? Limits.NONE : group;
    onLimit = onLimit == null ? OnLimit.PAUSE : onLimit;
  }

  /// Whether anything is limited but time.
  public boolean any() {
    return run.any() || group.any();
  }

  /// Whether money is.
  public boolean ofMoney() {
    return run.usd().isPresent() || group.usd().isPresent();
  }
}
