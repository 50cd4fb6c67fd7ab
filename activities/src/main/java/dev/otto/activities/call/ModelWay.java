package dev.otto.activities.call;

import dev.otto.activities.agent.AgentGround;
import dev.otto.activities.agent.AgentOutcome;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.DirectWay;
import dev.otto.activities.agent.Login;
import dev.otto.activities.agent.ModelAddress;
import dev.otto.activities.gateway.Gateway;
import dev.otto.activities.gateway.PackageWay;
import dev.otto.activities.gateway.Packages;
import dev.otto.activities.gateway.Tunnel;
import dev.otto.activities.gateway.Visit;
import dev.otto.activities.process.cell.Cell;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Mount;
import dev.otto.activities.process.cell.PackageCaches;
import dev.otto.activities.provider.Agent;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/// The way of one call to its model: through the gateway, or, with a login of its user's own,
/// through a tunnel to its provider's hosts; an agent that has no model needs no way. Beside it
/// goes, where it may, its way to packages.
record ModelWay(
    Gateway gateway,
    Cells cells,
    Agent agent,
    Allowance allowance,
    Optional<Visit> visit,
    Optional<Tunnel> tunnel,
    Optional<PackageWay> packages,
    boolean fetches)
    implements AutoCloseable {
  /// The way for so many turns of the model, where the program itself does not count them, and to
  /// these packages.
  static ModelWay of(
      Gateway gateway,
      Cells cells,
      Agent agent,
      Allowance allowance,
      int maxTurns,
      Optional<Packages> packages) {
    var most = agent.adapter().boundsTurns() ? Integer.MAX_VALUE : maxTurns;
    return new ModelWay(
        gateway,
        cells,
        agent,
        allowance,
        agent.service().map(service -> gateway.visit(service, most, allowance)),
        agent.direct().map(direct -> Tunnel.to(direct.hosts(), packages)),
        packages
            .filter(_ -> agent.direct().isEmpty())
            .map(all -> way(agent, gateway.address(), all)),
        packages.isPresent());
  }

  private static PackageWay way(Agent agent, InetSocketAddress gateway, Packages packages) {
    return agent.service().isPresent()
        ? PackageWay.beside(gateway, packages)
        : PackageWay.open(packages);
  }

  /// What surrounds the agent.
  AgentGround ground() {
    var walls = cells.walls();
    return new AgentGround(
        walls.processes() && walls.files() && walls.users(),
        visit.map(this::inside),
        tunnel.map(this::direct));
  }

  /// The plan with the way in it.
  CellPlan in(CellPlan plan) {
    if (packages.isPresent()) {
      var way = packages.get();
      return PackageCaches.own()
          .filledIn(plan)
          .withEnvironment(PackageWay.toldAt(port(way.address())))
          .withOutlet(way.address());
    }
    if (visit.isPresent()) {
      return plan.withOutlet(gateway.address());
    }
    return tunnel.map(way -> direct(plan, way)).orElse(plan);
  }

  /// A program that signs in itself tells its tools of the tunnel too.
  private CellPlan direct(CellPlan plan, Tunnel way) {
    var lent = lent(plan).withOutlet(way.address());
    return fetches
        ? PackageCaches.own()
            .filledIn(lent)
            .withEnvironment(PackageWay.toldJvmsAt(port(way.address())))
        : lent;
  }

  /// Looks after the agent: what passes of an answer is a sign of its life, since a model may write
  /// for long before its agent has anything to tell; and it stays within its allowance.
  void watches(Cell cell) {
    visit.ifPresent(one -> one.tells(cell::beat));
    tunnel.ifPresent(one -> {
      one.tells(cell::beat);
      one.ends(cell::end);
    });
    allowance.of(cell, visit.isPresent());
  }

  /// What the call came to, where it was refused more than its share, or found nobody at the end of
  /// its tunnel.
  AgentOutcome judged(AgentOutcome outcome) {
    var refused = visit.filter(one -> one.wire().outOfShare()).isPresent();
    var within = allowance.judged(outcome, refused);
    return tunnel.map(one -> one.judged(within)).orElse(within);
  }

  /// The trace with what was seen on the way; where nobody looks, a call that came to no end has an
  /// unknown cost.
  AgentTrace completing(AgentTrace trace) {
    return visit
        .map(one -> one.wire().completing(trace, agent.price()))
        .orElseGet(() -> unseen(tunnel.map(one -> one.completing(trace)).orElse(trace)));
  }

  private AgentTrace unseen(AgentTrace trace) {
    return agent.adapter().tellsUsageAtTheEnd() && trace.finished().isEmpty()
        ? trace.ofUnknownCost()
        : trace.priced(agent.price());
  }

  @Override
  public void close() {
    visit.ifPresent(Visit::close);
    tunnel.ifPresent(Tunnel::close);
    packages.ifPresent(PackageWay::close);
  }

  private ModelAddress inside(Visit one) {
    return new ModelAddress(
        URI.create("http://127.0.0.1:" + port(gateway.address())), one.address().token());
  }

  private DirectWay direct(Tunnel way) {
    var proxy = "http://%s@127.0.0.1:%d".formatted(way.credential(), port(way.address()));
    return new DirectWay(URI.create(proxy), agent.direct().orElseThrow().login());
  }

  private int port(InetSocketAddress outside) {
    return cells.seenFromInside(outside).getPort();
  }

  /// The plan with the file in which the login is kept, if it is in one: the file itself, since its
  /// program renews it.
  private CellPlan lent(CellPlan plan) {
    var kept =
        agent
            .direct()
            .flatMap(Agent.Direct::login)
            .filter(Login.Kept.class::isInstance)
            .map(Login.Kept.class::cast);
    return kept.flatMap(file ->
            agent
                .adapter()
                .login(plan.home())
                .map(place -> plan.with(new Mount.Writable(file.file(), place))))
        .orElse(plan);
  }
}
