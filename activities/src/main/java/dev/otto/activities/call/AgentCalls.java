package dev.otto.activities.call;

import dev.otto.activities.agent.AgentEnd;
import dev.otto.activities.agent.AgentGround;
import dev.otto.activities.agent.AgentLaunch;
import dev.otto.activities.agent.AgentRequest;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.ExpectedAnswer;
import dev.otto.activities.gateway.Gateway;
import dev.otto.activities.host.Host;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.LineListener;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.Mount;
import dev.otto.activities.provider.Providers;
import dev.otto.activities.record.CallProcesses;
import dev.otto.activities.setup.SetUp;
import dev.otto.model.GroupId;
import dev.otto.model.budget.Reservation;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.run.Run;
import dev.otto.model.settings.Limits;
import dev.otto.model.spec.SpecReader;
import dev.otto.workflows.run.Calls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// Makes calls: lays out the desk, starts the agent behind its walls, listens, and concludes what
/// came of it.
public final class AgentCalls implements Calls {
  private static final int TAIL = 2_000;

  private final Host host;
  private final Jdbi jdbi;
  private final Providers providers;
  private final Gateway gateway;
  private final Prompts prompts;

  public AgentCalls(Host host, Jdbi jdbi, Providers providers, Gateway gateway) {
    this.host = host;
    this.jdbi = jdbi;
    this.providers = providers;
    this.gateway = gateway;
    this.prompts = new Prompts(host);
  }

  @Override
  public CallEvent make(Call call) {
    var run = host.runs().of(call.lease());
    var book = new CallBook(host, jdbi, call);
    var concluded = book.concluded();
    if (concluded.isPresent()) {
      return concluded.get();
    }
    var failover = new Failover(jdbi, providers, run, call.order());
    return failover.instead().orElseGet(() -> affordable(call, run, failover, book));
  }

  private CallEvent affordable(Call call, Run run, Failover failover, CallBook book) {
    var day = new DayBudget(jdbi, run, call.order(), book);
    return switch (day.answer(log(run, call.order()))) {
      case DayBudget.Answer.Not(var event) -> event;
      case DayBudget.Answer.May(var ofDay) ->
          made(call, run, failover, book, share(run, call.order()).least(ofDay));
    };
  }

  private CallEvent made(Call call, Run run, Failover failover, CallBook book, Limits share) {
    endWhoeverHolds(run, call.order());
    var desk = Desk.of(host, run, call.lease(), call.order());
    call.order()
        .group()
        .ifPresent(group ->
            new SetUp(host, call.lease())
                .in(group.value(), desk.worktree().files(), desk.worktree().from()));
    var began = Instant.now();
    var agent = providers.led(failover.agent(), run, call.order(), desk.worktree().files());
    var earlier = new EarlierTries(jdbi, agent).of(run.id(), call.order());
    var carried = Carried.in(host, jdbi, run, call.order(), desk.worktree());
    var allowance = new Allowance(share, earlier.untold(), agent.price());
    try (var way =
            ModelWay.of(
                gateway,
                host.cells(),
                agent,
                allowance,
                run.settings().maxTurns(),
                new AgentPackages(host, providers).of(run.id(), call.order()));
        var spoken = Spoken.in(log(run, call.order()))) {
      var ground = way.ground().allowing(carried.allowed());
      var memory =
          new ConversationBook(jdbi, call.lease(), purpose(call.order()), agent, desk.home());
      var before = memory.goesOn(call.order(), earlier.last());
      var request = request(run, call, desk, before, ground);
      var hearing = new Hearing(call.order(), agent.adapter(), spoken, allowance, before);
      var launch = agent.adapter().launch(request);
      var outcome = ran(call, run, desk, launch, carried, way, hearing, book);
      book.touched(carried.touched());
      var known = way.completing(hearing.trace());
      var end = new AgentEnd(outcome.ending(), lastWords(outcome), Optional.of(outcome.endedAt()));
      var ended = way.judged(agent.adapter().conclude(request, end, known));
      var used = earlier.untold().plus(known.used());
      var conclusion = new Conclusion(agent.adapter().provider(), host.contents());
      var event = conclusion.of(call.order(), ended, used);
      var left = memory.left(known, CallSecrets.of(launch, agent));
      return book.concluded(
          outcome,
          failover.told(event),
          handle -> {
            new AccountBook(jdbi, agent.account()).heard(handle, ended, event, began);
            memory.heard(handle, call.order(), event, known, left);
          });
    }
  }

  private static Limits share(Run run, CallOrder order) {
    return run.ledger().of(order.id()).map(Reservation::share).orElse(Limits.NONE);
  }

  private AgentRequest request(
      Run run, Call call, Desk desk, AgentTrace before, AgentGround ground) {
    var order = call.order();
    var prompt = prompts.of(run, order) + said(call);
    return new AgentRequest(
        order,
        before.conversation().map(_ -> goingOn(order, prompt)).orElse(prompt),
        desk.worktree().files(),
        desk.home(),
        before.conversation(),
        expected(order),
        ground);
  }

  /// The prompt for an agent that remembers: it was broken off, or did this work before.
  private static String goingOn(CallOrder order, String prompt) {
    return order.tries() > 1 ? Prompts.again(prompt) : Prompts.further(prompt);
  }

  /// What people said to this agent meanwhile.
  private String said(Call call) {
    return call.messages().stream()
        .map(host.contents()::text)
        .map(text -> "A person who looks after this work says to you:\n" + Fenced.of(text) + "\n")
        .collect(Collectors.joining());
  }

  /// Starts the agent and waits for its end. One that could not be written down must not stay.
  private Outcome ran(
      Call call,
      Run run,
      Desk desk,
      AgentLaunch launch,
      Carried carried,
      ModelWay way,
      LineListener listener,
      CallBook book) {
    var log = log(run, call.order());
    book.opened(log);
    book.told(launch);
    new HomeFiles(desk.home()).lay(launch.files());
    var cell =
        host.cells()
            .start(
                way.in(plan(run, call.order(), desk, launch).with(carried.mounts())),
                new Command(launch.argv(), patience(run), Logs.in(log)).withInput(launch.stdin()),
                listener,
                host.fence(call.lease()));
    way.watches(cell);
    try {
      book.runsAs(cell);
    } catch (RuntimeException unknown) {
      cell.end("it could not be written down");
      var _ = cell.outcome();
      throw unknown;
    }
    return cell.outcome();
  }

  private Path log(Run run, CallOrder order) {
    return host.places().log(run.id(), order.id(), order.tries());
  }

  private CellPlan plan(Run run, CallOrder order, Desk desk, AgentLaunch launch) {
    var mounts = new ArrayList<>(desk.mounts());
    launch.readable().forEach(path -> mounts.add(Mount.readOnly(path)));
    return host.cell(run.id(), purpose(order), desk.worktree().files())
        .with(mounts)
        .withEnvironment(launch.environment())
        .withSecrets(launch.secrets());
  }

  private static String purpose(CallOrder order) {
    return order.group().map(GroupId::value).orElse("call." + order.stage().word());
  }

  private static String lastWords(Outcome outcome) {
    try {
      var text = Files.readString(outcome.err().file(), StandardCharsets.ISO_8859_1);
      return text.substring(Math.max(0, text.length() - TAIL));
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static Patience patience(Run run) {
    return Patience.of(Duration.ofSeconds(run.settings().callSeconds()))
        .withSilence(Duration.ofSeconds(run.settings().idleSeconds()));
  }

  private static ExpectedAnswer expected(CallOrder order) {
    return switch (order.stage()) {
      case SPEC -> new ExpectedAnswer.Structured(SpecReader.schema(), _ -> List.of());
      case AUDIT -> new ExpectedAnswer.Structured(AuditorAnswer.SCHEMA, AuditorAnswer::violations);
      case BUILD, FIX, CONFLICT -> new ExpectedAnswer.Words();
    };
  }

  /// Ends processes of earlier tries, and checks, that still hold the worktree.
  private void endWhoeverHolds(Run run, CallOrder order) {
    var group = order.group().map(GroupId::value).orElse("");
    new CallProcesses(jdbi)
        .end(run.id(), row -> Optional.ofNullable(row.grp()).orElse("").equals(group));
    host.end(run.id(), purpose(order), "checks." + purpose(order), "setup." + purpose(order));
  }
}
