package dev.otto.activities.git;

import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import java.time.Instant;

/// The full name of a ref. In Otto's clone all of them live below `refs/otto`, sorted by what they
/// are and by run, so that no two ever clash, with each other or with a branch.
public record Ref(String name) {
  private static final String OTTO = "refs/otto/";

  /// Below this lies the salvaged work of all runs.
  static final String SALVAGES = OTTO + "salvage/";

  /// What the user's HEAD was when the run was opened.
  public static Ref base(RunId run) {
    return new Ref(OTTO + "base/" + run);
  }

  /// Who may move refs of the run.
  static Ref epoch(RunId run) {
    return new Ref(OTTO + "epoch/" + run);
  }

  /// Where a fetch puts what it got, until it is taken over.
  static Ref incoming(RunId run, long epoch) {
    return new Ref(OTTO + "incoming/%s/%d".formatted(run, epoch));
  }

  /// The run's branch: what is merged so far.
  public static Ref head(RunId run) {
    return new Ref(OTTO + "runs/%s/head".formatted(run));
  }

  /// The newest commit of a group.
  public static Ref group(RunId run, GroupId group) {
    return new Ref(OTTO + "runs/%s/groups/%s".formatted(run, group));
  }

  /// Work that was put away before its worktree was cleared.
  public static Ref salvage(RunId run, GroupId group, int number) {
    return new Ref(salvages(run) + "%s/%d".formatted(group, number));
  }

  static String salvages(RunId run) {
    return SALVAGES + run + "/";
  }

  /// All that an attempt wrote, strays included, by the moment of its answer.
  static Ref written(RunId run, GroupId group, Instant at) {
    return new Ref(OTTO + "written/%s/%s/%d".formatted(run, group, at.toEpochMilli()));
  }

  /// The anchor of the run's proof: its packet's digest beside the audited commit.
  public static Ref proof(RunId run) {
    return new Ref(OTTO + "proof/" + run);
  }

  /// The run's branch in the user's repository.
  public static Ref published(RunId run) {
    return branch("otto/" + run);
  }

  /// The branch as which salvaged work is brought back. Below `otto/` it would clash with the
  /// run's.
  public static Ref recovered(RunId run, GroupId group, int number) {
    return branch("otto-recovered/%s/%s-%d".formatted(run, group, number));
  }

  public static Ref branch(String name) {
    return new Ref("refs/heads/" + name);
  }

  @Override
  public String toString() {
    return name;
  }
}
