package dev.otto.activities.proof;

import dev.otto.activities.git.WorktreeName;
import dev.otto.activities.host.Host;
import dev.otto.activities.host.WrittenFolder;
import dev.otto.activities.record.CallProcesses;
import dev.otto.activities.setup.PackageBook;
import dev.otto.activities.setup.TearDown;
import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.Lease;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.audit.AuditReport;
import dev.otto.model.audit.Audits.Audit;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.group.Standing;
import dev.otto.model.json.Json;
import dev.otto.model.packet.Packet;
import dev.otto.model.packet.PacketPage;
import dev.otto.model.packet.Timeline;
import dev.otto.model.proof.Proof;
import dev.otto.model.run.Ending;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunView;
import dev.otto.model.settings.ForkOf;
import dev.otto.store.call.CallRows;
import dev.otto.store.call.Conversations;
import dev.otto.store.run.Events;
import dev.otto.workflows.run.Proofs;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends what is left of a run, ties its clauses to evidence and commits, and gives the result to
/// the user's repository.
public final class ProofPackets implements Proofs {
  private static final Logger LOG = LoggerFactory.getLogger(ProofPackets.class);

  private final Host host;
  private final Jdbi jdbi;
  private final String engine;

  /// Packets that name this engine.
  public ProofPackets(Host host, Jdbi jdbi, String engine) {
    this.host = host;
    this.jdbi = jdbi;
    this.engine = engine;
  }

  @Override
  public Proof render(Rendering asked) {
    var run = host.runs().of(asked.lease());
    new CallProcesses(jdbi).end(run.id(), _ -> true);
    var tearDown = new TearDown(host, asked.lease());
    salvage(asked.lease(), run, tearDown);
    tearDown.ofAll();
    var packet = anchored(run, asked).orElseGet(() -> packet(run, asked, tearDown.failures()));
    var text = packet.text();
    var page = PacketPage.of(packet);
    var digest = host.contents().keep(text);
    var diff = packet.commit().map(commit -> diff(run, commit));
    host.check(asked.lease());
    packet.commit().ifPresent(commit -> anchor(asked.lease(), run, commit, digest));
    SessionFolder.of(host.runs().repository(run), run.id())
        .write(
            SessionFiles.of(host.contents(), run, log(run), rows(run), packet, text, page, diff));
    packet.commit().ifPresent(commit -> publish(asked.lease(), run, commit));
    clear(run);
    return new Proof(
        digest, host.contents().keep(page), diff, packet.commit(), packet.tree(), packet.notes());
  }

  /// The packet of a rendering that was cut short after it had been tied to its commit. It stays
  /// the one, so that a repeat tells nothing of the repeat.
  private Optional<Packet> anchored(Run run, Rendering asked) {
    return audited(run)
        .flatMap(audit ->
            host.clone(run)
                .publication()
                .anchor(run.id())
                .filter(anchor -> anchor.commit().equals(audit.commit())))
        .flatMap(anchor -> host.contents().find(anchor.packet()))
        .map(bytes -> Json.value(new String(bytes, StandardCharsets.UTF_8), Packet.class))
        .filter(packet -> new Ending(packet.verdict(), packet.why()).equals(asked.ending()));
  }

  /// Work that is in a worktree and on no branch goes to the salvage refs before the worktrees are
  /// torn down and removed.
  private void salvage(Lease lease, Run run, TearDown tearDown) {
    var clone = host.clone(run);
    for (var group : run.groups()) {
      if (!(group.standing() instanceof Standing.Merged)) {
        clone
            .worktrees()
            .find(WorktreeName.of(run.id(), group.id()))
            .filter(worktree -> !tearDown.begun(worktree.files()))
            .ifPresent(worktree ->
                clone.salvage(host.gitWalls()).keep(lease, group.id(), worktree, Instant.now()));
      }
    }
  }

  private Packet packet(Run run, Rendering asked, List<String> leftBehind) {
    var log = log(run);
    var audited = audited(run);
    var frame =
        new RunView.Frame(
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            log.getFirst().at(),
            log.getLast().at());
    var view = RunView.of(run, frame);
    var spec = run.compilation().revision();
    var events = log.stream().map(Events.Row::body).toList();
    return new Packet(
        Packet.SCHEMA,
        run.id(),
        run.title(),
        host.contents().text(run.intent()),
        asked.ending().verdict(),
        asked.ending().why(),
        run.base(),
        audited.map(Audit::commit),
        audited.map(audit -> host.clone(run).tree(audit.commit())),
        spec.map(revision -> revision.spec()),
        spec.map(_ -> host.spec(run)),
        run.audits().conclusion().map(AuditEvent.Concluded::report).map(this::report),
        run.audits().round(),
        view.groups(),
        events.stream().flatMap(ProofPackets::stray).toList(),
        run.calls().used(),
        run.time().millis(),
        CriticalPath.of(run, events, rows(run)),
        "otto/" + run.id(),
        host.walls(),
        Optional.of(Host.SEARCH_PATH),
        engine,
        run.settings().agents().words(),
        Optional.of(run.settings().agents()),
        run.base().isPresent() ? new WorkOfGroups(host.clone(run), events).of(run) : List.of(),
        Optional.of(Timeline.of(log.stream().map(Events.Row::entry).toList())),
        leftBehind,
        PackageBook.all(host.places(), run.id()),
        log.getFirst().at(),
        run.settings().fork().map(ForkOf::run));
  }

  private static Stream<Packet.Stray> stray(RunEvent event) {
    return event instanceof RunEvent.OfGroup(var group, GroupEvent.Checked checked)
            && !checked.strayPaths().isEmpty()
        ? Stream.of(
            new Packet.Stray(
                group.value(), checked.attempt(), checked.strayPaths(), checked.strays()))
        : Stream.empty();
  }

  private static Optional<Audit> audited(Run run) {
    return run.audits().current().filter(audit -> audit.conclusion().isPresent());
  }

  private AuditReport report(Digest digest) {
    return Json.value(host.contents().text(digest), AuditReport.class);
  }

  private Digest diff(Run run, CommitId commit) {
    return host.contents().keep(host.clone(run).patch(run.base().orElseThrow(), commit));
  }

  private void anchor(Lease lease, Run run, CommitId commit, Digest packet) {
    host.clone(run).publication().anchor(lease, commit, packet, log(run).getFirst().at());
  }

  private void publish(Lease lease, Run run, CommitId commit) {
    var user = host.preflight().find(host.runs().repository(run));
    host.clone(run).publication().publish(lease, commit, user);
  }

  private void clear(Run run) {
    jdbi.useExtension(Conversations.class, rows -> rows.forgetRun(run.id().value()));
    var clone = host.clone(run);
    clone.worktrees().standing().stream()
        .filter(name -> name.run().equals(run.id()))
        .forEach(name -> clone.worktrees().remove(name));
    host.places().cellHomes(run.id()).forEach(ProofPackets::clear);
  }

  /// What programs keep at home can be large, and nobody needs it any more.
  private static void clear(Path home) {
    try {
      WrittenFolder.removed(home);
    } catch (UncheckedIOException stays) {
      LOG.warn("a home stays: folder={} why={}", home, stays.getMessage());
    }
  }

  private List<Events.Row> log(Run run) {
    return jdbi.withExtension(Events.class, events -> events.ofRun(run.id().value(), 1));
  }

  private List<CallRows.Row> rows(Run run) {
    return jdbi.withExtension(CallRows.class, rows -> rows.ofRun(run.id().value()));
  }
}
