package dev.otto.workflows.run;

import dev.otto.model.Lease;
import dev.otto.model.RunId;
import dev.otto.model.audit.AuditEvent;
import dev.otto.model.call.CallEvent;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.proof.Proof;
import dev.otto.model.run.RunEvent;
import dev.otto.model.spec.SpecEvent;
import dev.otto.workflows.record.Recording;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The hands of all runs of an engine: each run is asked of its own world and its own store.
final class RoutedHands
    implements Recording, Presence, Workspaces, Specs, Calls, Groups, Lane, Audits, Proofs {
  private final Map<RunId, QuickWorld> worlds = new ConcurrentHashMap<>();
  private final Map<RunId, MemoryStore> stores = new ConcurrentHashMap<>();

  void add(RunId run, MemoryStore store, QuickWorld world) {
    stores.put(run, store);
    worlds.put(run, world);
  }

  @Override
  public Stored record(Batch batch) {
    return Optional.ofNullable(stores.get(batch.lease().run())).orElseThrow().record(batch);
  }

  @Override
  public void answer() {
    // It is there.
  }

  @Override
  public RunEvent.Opened open(Opening opening) {
    return world(opening.lease()).open(opening);
  }

  @Override
  public RunEvent.Prepared prepare(Preparation preparation) {
    return world(preparation.lease()).prepare(preparation);
  }

  @Override
  public SpecEvent read(Draft draft) {
    return world(draft.lease()).read(draft);
  }

  @Override
  public CallEvent make(Call call) {
    return world(call.lease()).make(call);
  }

  @Override
  public GroupEvent.Checked check(Work work) {
    return world(work.lease()).check(work);
  }

  @Override
  public GroupEvent.Aborted stop(Remains remains) {
    return world(remains.lease()).stop(remains);
  }

  @Override
  public GroupEvent merge(Candidate candidate) {
    return world(candidate.lease()).merge(candidate);
  }

  @Override
  public AuditEvent.Probed probe(Round round) {
    return world(round.lease()).probe(round);
  }

  @Override
  public AuditEvent.Concluded conclude(Round round) {
    return world(round.lease()).conclude(round);
  }

  @Override
  public Proof render(Rendering rendering) {
    return world(rendering.lease()).render(rendering);
  }

  private QuickWorld world(Lease lease) {
    return Optional.ofNullable(worlds.get(lease.run())).orElseThrow();
  }
}
