package dev.otto.activities.workspace;

import dev.otto.activities.git.Checkout;
import dev.otto.activities.git.Clone;
import dev.otto.activities.git.TreeEntry;
import dev.otto.activities.git.WorktreeName;
import dev.otto.activities.host.Host;
import dev.otto.activities.setup.CommittedSettings;
import dev.otto.activities.setup.SetUp;
import dev.otto.activities.setup.TearDown;
import dev.otto.model.CommitId;
import dev.otto.model.TreeId;
import dev.otto.model.check.Check;
import dev.otto.model.check.Oracle;
import dev.otto.model.project.Baggage;
import dev.otto.model.run.Run;
import dev.otto.model.run.RunEvent;
import dev.otto.model.settings.file.Written;
import dev.otto.model.spec.Spec;
import dev.otto.workflows.run.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Opens and prepares runs in Otto's own clone of their project.
public final class GitWorkspaces implements Workspaces {
  private static final Instant SEALED_AT = Instant.parse("2000-01-01T00:00:00Z");

  private final Host host;

  public GitWorkspaces(Host host) {
    this.host = host;
  }

  @Override
  public RunEvent.Opened open(Opening opening) {
    var run = host.runs().of(opening.lease());
    var checkout = checkout(run);
    var clone = host.clones().of(host.places().project(run.project()), checkout.repository());
    clone.refs().raise(opening.lease());
    var fork = run.settings().fork();
    var base =
        fork.map(of -> clone.bases().same(opening.lease(), of.base()))
            .orElseGet(() -> clone.bases().take(opening.lease(), checkout));
    var baggage = baggage(clone, base.tree());
    return new RunEvent.Opened(
        base.commit(),
        base.tree(),
        notes(checkout, base.empty(), baggage, new CommittedSettings(clone, base.tree()).written()),
        baggage.empty() ? Optional.empty() : Optional.of(baggage));
  }

  @Override
  public RunEvent.Prepared prepare(Preparation preparation) {
    var run = host.runs().of(preparation.lease());
    var clone = host.clone(run);
    clone.refs().raise(preparation.lease());
    var base = run.base().orElseThrow();
    var head = sealed(run, base, sealedFiles(host.spec(run)));
    var setUp = setUp(preparation, clone, head);
    clone.lane().begin(preparation.lease(), head);
    return new RunEvent.Prepared(head, setUp.notes());
  }

  /// Tries the setup where nothing else is yet: what it lacks is known before an agent is called.
  private SetUp.Done setUp(Preparation preparation, Clone clone, CommitId head) {
    var name = WorktreeName.setup(preparation.lease().run());
    var worktree = clone.worktrees().reset(name, head);
    try {
      return new SetUp(host, preparation.lease()).in(name.name(), worktree.files());
    } finally {
      new TearDown(host, preparation.lease()).of(worktree.files());
      clone.worktrees().remove(name);
    }
  }

  private CommitId sealed(Run run, CommitId base, Map<String, byte[]> files) {
    return files.isEmpty() ? base : host.clone(run).sealed(run.id(), base, files, SEALED_AT);
  }

  private static Map<String, byte[]> sealedFiles(Spec spec) {
    var files = new LinkedHashMap<String, byte[]>();
    spec.checks().stream()
        .flatMap(check ->
            check instanceof Check.Command command
                ? command.oracle().files().stream()
                : Stream.<Oracle.SealedFile>empty())
        .forEach(file -> files.put(file.path(), file.text().getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  private Checkout checkout(Run run) {
    return host.preflight().look(host.runs().repository(run));
  }

  private static Baggage baggage(Clone clone, TreeId tree) {
    return Baggage.among(clone.trees().entries(tree).stream().map(TreeEntry::piece).toList());
  }

  private List<String> notes(Checkout checkout, boolean empty, Baggage baggage, Written settings) {
    var notes = new ArrayList<>(settings.notices());
    if (!checkout.note().isEmpty()) {
      notes.add(checkout.note());
    }
    if (empty) {
      notes.add("the repository has no commit yet: the run starts from nothing");
    }
    if (!baggage.empty()) {
      notes.add(
          "the repository brings settings that agents obey only if `otto trust` allowed them: "
              + baggage.words());
    }
    if (!host.cells().walls().all()) {
      notes.add("walls around agents, checks and the product are " + host.walls());
    }
    return notes;
  }
}
