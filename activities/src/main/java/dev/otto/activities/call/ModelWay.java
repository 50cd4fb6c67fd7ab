package dev.otto.activities.call;

import dev.otto.activities.agent.AgentGround;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.ModelAddress;
import dev.otto.activities.gateway.Gateway;
import dev.otto.activities.gateway.Visit;
import dev.otto.activities.process.cell.Cell;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.provider.Agent;
import java.net.URI;
import java.util.Optional;

/// The way of one call to its model, through the gateway; an agent that has none needs no way.
record ModelWay(
    Gateway gateway, Cells cells, Agent agent, Allowance allowance, Optional<Visit> visit)
    implements AutoCloseable {
  static ModelWay of(Gateway gateway, Cells cells, Agent agent, Allowance allowance) {
    return new ModelWay(
        gateway,
        cells,
        agent,
        allowance,
        agent.service().map(service -> gateway.visit(service, allowance::passed)));
  }

  /// What surrounds the agent.
  AgentGround ground() {
    var walls = cells.walls();
    return new AgentGround(
        walls.processes() && walls.files() && walls.users(), visit.map(this::inside));
  }

  /// The plan with the way in it.
  CellPlan in(CellPlan plan) {
    return visit.isPresent() ? plan.withOutlet(gateway.address()) : plan;
  }

  /// Takes each piece of an answer that passes for a sign of life: a model may write for long
  /// before its agent has anything to tell.
  void livens(Cell cell) {
    visit.ifPresent(one -> one.tells(cell::beat));
  }

  /// The trace with what was seen on the way; where nobody looks, a call that came to no end has an
  /// unknown cost.
  AgentTrace completing(AgentTrace trace) {
    return visit.map(one -> one.wire().completing(trace)).orElseGet(() -> unseen(trace));
  }

  private AgentTrace unseen(AgentTrace trace) {
    return agent.adapter().tellsUsageAtTheEnd() && trace.finished().isEmpty()
        ? trace.ofUnknownCost()
        : trace;
  }

  @Override
  public void close() {
    visit.ifPresent(Visit::close);
  }

  private ModelAddress inside(Visit one) {
    var port = cells.seenFromInside(gateway.address()).getPort();
    return new ModelAddress(URI.create("http://127.0.0.1:" + port), one.address().token());
  }
}
