package dev.otto.model.run;

import dev.otto.model.CommitId;
import dev.otto.model.audit.Audits;
import dev.otto.model.budget.Ledger;
import dev.otto.model.budget.WorkingTime;
import dev.otto.model.call.Calls;
import dev.otto.model.compile.Compilation;
import dev.otto.model.group.Group;
import dev.otto.model.proof.Proof;
import java.util.List;
import java.util.Optional;

/// A run in the moment between two of its values: what `after` changes, by name.
final class RunChange {
  private final Run from;
  long seq;
  String title;
  Optional<CommitId> base;
  Compilation compilation;
  Optional<CommitId> head;
  List<Group> groups;
  Calls calls;
  Audits audits;
  WorkingTime time;
  Ledger ledger;
  Optional<Hold> hold;
  Optional<Ending> stopped;
  Optional<Proof> proof;
  Optional<Ending> ended;
  List<Message> messages;

  RunChange(Run from) {
    this.from = from;
    seq = from.seq();
    title = from.title();
    base = from.base();
    compilation = from.compilation();
    head = from.head();
    groups = from.groups();
    calls = from.calls();
    audits = from.audits();
    time = from.time();
    ledger = from.ledger();
    hold = from.hold();
    stopped = from.stopped();
    proof = from.proof();
    ended = from.ended();
    messages = from.messages();
  }

  Run run() {
    return new Run(
        from.id(),
        seq,
        from.project(),
        from.host(),
        from.intent(),
        title,
        from.settings(),
        base,
        compilation,
        head,
        groups,
        calls,
        audits,
        time,
        ledger,
        hold,
        stopped,
        proof,
        ended,
        messages);
  }
}
