package dev.otto.model.packet;

import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.RunId;
import dev.otto.model.TreeId;
import dev.otto.model.audit.AuditReport;
import dev.otto.model.audit.CheckResult;
import dev.otto.model.audit.Verdict;
import dev.otto.model.call.Usage;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunView;
import dev.otto.model.settings.Agents;
import dev.otto.model.spec.Spec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The proof packet of a run as `proof-packet.json` holds it: what was asked, what is proven, and
/// by which evidence.
///
/// @param commit the audited commit; none if nothing came to an audit
/// @param spec the approved contract; none if there was none
/// @param audit the last audit, with findings and judgement
/// @param branch the branch of the user's repository that holds the commit
/// @param walls which walls stood around everything foreign
/// @param programs where everything foreign found its programs
/// @param provider who thought, in one phrase
/// @param agents who thought, role by role
/// @param work what each group changed
/// @param forkedFrom the run from whose facts it began, if it did
/// @param timeline when the run did what; none in packets of earlier builds
/// @param leftBehind what the teardown of the project could not do, one sentence each
/// @param packages from where packages came
/// @param criticalPathMs the longest chain of lifetimes of child processes
public record Packet(
    String schema,
    RunId run,
    String title,
    String intent,
    Verdict verdict,
    String why,
    Optional<CommitId> base,
    Optional<CommitId> commit,
    Optional<TreeId> tree,
    Optional<Digest> specDigest,
    Optional<Spec> spec,
    Optional<AuditReport> audit,
    int rounds,
    List<RunView.GroupView> groups,
    List<Stray> strays,
    Usage usage,
    long workedMillis,
    long criticalPathMs,
    String branch,
    String walls,
    Optional<String> programs,
    String engine,
    String provider,
    Optional<Agents> agents,
    List<Work> work,
    Optional<Timeline> timeline,
    List<String> leftBehind,
    List<Fetched> packages,
    Instant createdAt,
    Optional<RunId> forkedFrom) {
  /// The version of the format.
  public static final String SCHEMA = "otto-proof/1";

  public Packet {
    groups = List.copyOf(groups);
    strays = List.copyOf(strays);
    programs = programs == null ? Optional.empty() : programs;
    agents = agents == null ? Optional.empty() : agents;
    work = work == null ? List.of() : List.copyOf(work);
    timeline = timeline == null ? Optional.empty() : timeline;
    leftBehind = leftBehind == null ? List.of() : List.copyOf(leftBehind);
    packages = packages == null ? List.of() : List.copyOf(packages);
    forkedFrom = forkedFrom == null ? Optional.empty() : forkedFrom;
  }

  /// What a group changed on the run's branch, over all its merges.
  public record Work(String group, List<FileChange> files) {
    public Work {
      files = List.copyOf(files);
    }
  }

  /// What a group wrote outside its paths, kept as a patch and not merged.
  public record Stray(String group, int attempt, List<String> paths, Optional<Digest> patch) {
    public Stray {
      paths = List.copyOf(paths);
    }
  }

  /// The hosts that something of the run asked for packages.
  ///
  /// @param by a group for its agents, or what was set up, such as `setup.api`
  public record Fetched(String by, List<String> reached, List<String> refused) {
    public Fetched {
      reached = List.copyOf(reached);
      refused = List.copyOf(refused);
    }

    /// For people.
    public String words() {
      return "%s: %s%s"
          .formatted(
              by,
              reached.isEmpty() ? "none reached" : String.join(", ", reached),
              refused.isEmpty() ? "" : "; refused: " + String.join(", ", refused));
    }
  }

  /// What a person should know of the run's end: from where packages came, and what stays behind.
  public List<String> notes() {
    return Stream.concat(
            packages.stream().map(one -> "packages of " + one.words()), leftBehind.stream())
        .toList();
  }

  /// The packet as the bytes that its digest names.
  public String text() {
    return Json.text(this) + "\n";
  }

  /// The files that a group changed.
  List<FileChange> changes(String group) {
    return work.stream()
        .filter(one -> one.group().equals(group))
        .flatMap(one -> one.files().stream())
        .toList();
  }

  /// What a person should look at before trusting the product, one sentence each.
  public List<String> worries() {
    return new Worries(this).sentences();
  }

  /// Every piece of evidence that the packet names, once.
  public List<Digest> evidence() {
    var results =
        audit
            .map(report ->
                Stream.concat(
                    report.findings().after().stream(), report.findings().base().stream()))
            .orElse(Stream.empty());
    return Stream.concat(
            results.map(CheckResult::evidence).flatMap(Optional::stream),
            strays.stream().map(Stray::patch).flatMap(Optional::stream))
        .distinct()
        .toList();
  }
}
