package dev.otto.model.audit;

import dev.otto.model.CheckId;
import dev.otto.model.ClauseId;
import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.TreeId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an audit saw on the merged commit and on the base: facts only, no verdicts.
///
/// @param after the results on the merged commit
/// @param base the results on the base commit; a check that could not be run there has none
/// @param tampered checks whose sealed oracle differs in the merged tree, and the paths
/// @param judged what the auditor said of `judged` clauses
/// @param walls which walls stood around what was run
/// @param neverMerged groups that are not part of the merged commit
public record Findings(
    int round,
    CommitId commit,
    TreeId tree,
    List<CheckResult> after,
    List<CheckResult> base,
    List<Tampered> tampered,
    List<Judged> judged,
    List<String> notLookedAt,
    List<GroupId> neverMerged,
    Optional<String> product,
    String walls) {
  public Findings {
    after = after == null ? List.of() : List.copyOf(after);
    base = base == null ? List.of() : List.copyOf(base);
    tampered = tampered == null ? List.of() : List.copyOf(tampered);
    judged = judged == null ? List.of() : List.copyOf(judged);
    notLookedAt = notLookedAt == null ? List.of() : List.copyOf(notLookedAt);
    neverMerged = neverMerged == null ? List.of() : List.copyOf(neverMerged);
    product = product == null ? Optional.empty() : product;
  }

  /// A check whose sealed oracle was changed.
  public record Tampered(CheckId check, List<String> paths) {
    public Tampered {
      paths = List.copyOf(paths);
    }
  }

  /// What the auditor said of a clause: it counts only if it points at evidence of this audit.
  public record Judged(ClauseId clause, boolean holds, CheckId evidence, String why) {}

  public Optional<CheckResult> after(CheckId check) {
    return after.stream().filter(result -> result.check().equals(check)).findFirst();
  }

  public Optional<CheckResult> base(CheckId check) {
    return base.stream().filter(result -> result.check().equals(check)).findFirst();
  }

  public boolean tampered(CheckId check) {
    return tampered.stream().anyMatch(one -> one.check().equals(check));
  }

  /// The files of the check's sealed oracle that were changed.
  public List<String> tamperedPaths(CheckId check) {
    return tampered.stream()
        .filter(one -> one.check().equals(check))
        .flatMap(one -> one.paths().stream())
        .toList();
  }

  /// Whether the auditor points at something that this audit kept as evidence.
  boolean evident(Judged said) {
    return after(said.evidence()).flatMap(CheckResult::evidence).isPresent();
  }

  public Optional<Judged> judged(ClauseId clause) {
    return judged.stream().filter(one -> one.clause().equals(clause)).findFirst();
  }

  /// How long the processes of the checks lived, one after the other.
  public long millis() {
    return Stream.concat(after.stream(), base.stream()).mapToLong(CheckResult::millis).sum();
  }

  /// The findings with the auditor's words added.
  public Findings with(List<Judged> said, List<String> unseen) {
    return new Findings(
        round, commit, tree, after, base, tampered, said, unseen, neverMerged, product, walls);
  }
}
