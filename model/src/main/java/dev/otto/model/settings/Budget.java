package dev.otto.model.settings;

import java.util.stream.Stream;

/// What the calls of a run may use up.
///
/// @param run all of them together
/// @param group those of each group
/// @param projectPerDay those of all runs of its project on one day
public record Budget(Limits run, Limits group, OnLimit onLimit, Limits projectPerDay) {
  public static final Budget NONE = new Budget(Limits.NONE, Limits.NONE, OnLimit.PAUSE);

  public Budget {
    run = run == null ? Limits.NONE : run;
    group = group == null ? Limits.NONE : group;
    onLimit = onLimit == null ? OnLimit.PAUSE : onLimit;
    projectPerDay = projectPerDay == null ? Limits.NONE : projectPerDay;
  }

  /// Without one of its project.
  public Budget(Limits run, Limits group, OnLimit onLimit) {
    this(run, group, onLimit, Limits.NONE);
  }

  /// The same, where the runs of its project use no more than that on one day.
  public Budget withProjectPerDay(Limits most) {
    return new Budget(run, group, onLimit, most);
  }

  /// This budget, completed by one that counts less; of what the project may use on a day, the
  /// smaller counts, whoever says it.
  public Budget over(Budget lower) {
    return new Budget(
        run.or(lower.run),
        group.or(lower.group),
        onLimit,
        projectPerDay.least(lower.projectPerDay));
  }

  /// Whether anything is limited but time.
  public boolean any() {
    return run.any() || group.any();
  }

  /// Whether money is.
  public boolean ofMoney() {
    return Stream.of(run, group, projectPerDay).anyMatch(limits -> limits.usd().isPresent());
  }
}
