package dev.otto.workflows.run;

import dev.otto.model.GroupId;
import dev.otto.model.HostId;
import io.temporal.workflow.Workflow;

/// The hands of one run: stubs of all that it asks of the host that holds its clone, named for what
/// they do.
record RunHands(HostId host) {
  Workspaces workspaces() {
    return stub(Workspaces.class, "clone");
  }

  Specs specs() {
    return stub(Specs.class, "read the spec");
  }

  Groups groups(GroupId group) {
    return stub(Groups.class, "check " + group);
  }

  Lane lane(GroupId group) {
    return stub(Lane.class, "merge " + group);
  }

  Audits audits(int round) {
    return stub(Audits.class, "audit, round " + round);
  }

  Proofs proofs() {
    return stub(Proofs.class, "proof");
  }

  /// Asked to hear whether the host is there now.
  Presence presence() {
    return stub(Presence.class, "is the host there");
  }

  /// Asked to hear when the host is there again.
  Presence comingBack() {
    return Workflow.newActivityStub(Presence.class, Patience.untilThere(host));
  }

  private <T> T stub(Class<T> hand, String summary) {
    return Workflow.newActivityStub(hand, Patience.forHost(host, summary));
  }
}
