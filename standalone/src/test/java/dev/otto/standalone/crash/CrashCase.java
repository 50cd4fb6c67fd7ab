package dev.otto.standalone.crash;

import dev.otto.model.RunId;
import dev.otto.standalone.process.OtherProcess;
import dev.otto.store.run.Events;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One run whose server, or a part of it, is killed; and what becomes of it.
final class CrashCase {
  static final Duration TO_MOVE = Duration.ofSeconds(15);
  private static final Duration LONG = Duration.ofMinutes(3);

  private final Scene scene;
  private final Kill kill;
  private final Instant begun = Instant.now();
  private final List<Found> found = new ArrayList<>();
  private Optional<Instant> killed = Optional.empty();
  private Optional<Instant> ready = Optional.empty();
  private Optional<Duration> moved = Optional.empty();

  CrashCase(Scene scene, Kill kill) {
    this.scene = scene;
    this.kill = kill;
  }

  /// The session as it goes when nobody is killed.
  static Equivalence.Undisturbed undisturbed(Scene scene, EngineUsed engine) {
    var nobody = new Moment(new Happening("ended", "", 0, 0), 1, Duration.ZERO);
    var one = new CrashCase(scene, new Kill(0, engine, Victim.NOBODY, nobody, Optional.empty()));
    var told = one.told();
    if (!told.remains().isEmpty()) {
      throw new IllegalStateException("left over: " + told.remains());
    }
    return new Equivalence.Undisturbed(told.story(), told.repository().tree());
  }

  private record Told(Story story, Repository repository, List<String> remains) {}

  /// Kills, waits for the end, and compares.
  Result against(Equivalence.Undisturbed undisturbed) {
    var told = told();
    var differences =
        new ArrayList<>(
            new Equivalence(undisturbed, told.story(), told.repository(), found).differences());
    told.remains().forEach(one -> differences.add("left over: " + one));
    if (moved.filter(time -> time.compareTo(TO_MOVE) > 0).isPresent()) {
      differences.add("the run stood still for " + Result.seconds(moved));
    }
    return new Result(
        kill,
        ready.flatMap(moment -> killed.map(before -> Duration.between(before, moment))),
        moved,
        told.story().recoveries(),
        told.story().lost(),
        Duration.between(begun, Instant.now()),
        List.copyOf(differences));
  }

  private Told told() {
    var server = first();
    try {
      var first = server.ready();
      try (var records = Records.of(scene.home())) {
        var run = scene.ask(first);
        server = disturbed(server, records, run);
        awaitEnd(records, run);
        var story = new Story(records.run(run).state(), records.log(run), records.calls(run));
        server.end();
        return new Told(story, new Repository(scene, run), new Remains(scene).all());
      }
    } finally {
      server.process().destroyForcibly();
      endAll();
    }
  }

  private ServerProcess first() {
    return kill.victim() == Victim.OLDER
        ? scene.startOlder(kill.engine())
        : scene.start(kill.engine());
  }

  private ServerProcess disturbed(ServerProcess server, Records records, RunId run) {
    if (kill.victim() == Victim.NOBODY) {
      return server;
    }
    await(records, run, kill.moment(), 0);
    strike(server);
    if (kill.victim() == Victim.OLDER) {
      scene.keep(records.stored(run));
    }
    killed = Optional.of(Instant.now());
    found.add(found(records, run));
    var next = kill.victim().endsTheServer() ? replaced(records, run) : server;
    if (!found.getLast().ended()) {
      var from = ready.or(() -> killed).orElseThrow();
      moved = records.awaiting(LONG, () -> step(records, run)).map(at -> since(from, at));
    }
    return next;
  }

  private static Duration since(Instant from, Instant at) {
    return at.isBefore(from) ? Duration.ZERO : Duration.between(from, at);
  }

  private ServerProcess replaced(Records records, RunId run) {
    var next = scene.start(kill.next());
    if (kill.again().isPresent() && !found.getLast().ended()) {
      await(records, run, kill.again().get(), found.getLast().seq());
      next.kill();
      killed = Optional.of(Instant.now());
      found.add(found(records, run));
      next = scene.start(kill.next());
    }
    next.ready();
    ready = Optional.of(Instant.now());
    return next;
  }

  private void strike(ServerProcess server) {
    switch (kill.victim()) {
      case SERVER, OLDER -> server.kill();
      case STOPPED -> server.stop();
      case AGENT ->
          Patiently.value(Duration.ofSeconds(20), new Agents(scene)::newest, () -> false)
              .ifPresent(agent -> {
                Patiently.rest(kill.moment().delay());
                agent.kill();
              });
      case DATABASE ->
          killed(scene.home().database().resolve("cluster/postmaster.pid"), "(\\d+)\n.*");
      case ENGINE -> killed(scene.home().engine().resolve("engine.json"), ".*\"pid\" *: *(\\d+).*");
      case NOBODY -> {}
    }
  }

  private static void killed(Path file, String pid) {
    var matcher =
        java.util.regex.Pattern.compile(pid, java.util.regex.Pattern.DOTALL)
            .matcher(Remains.text(file));
    if (!matcher.matches()) {
      throw new IllegalStateException("no process is named in " + file);
    }
    OtherProcess.of(Long.parseLong(matcher.group(1))).ifPresent(OtherProcess::kill);
  }

  private void await(Records records, RunId run, Moment moment, long since) {
    var reached =
        records.awaiting(
            LONG, () -> Optional.of(records.log(run)).filter(log -> moment.reachedIn(log, since)));
    if (reached.isEmpty()) {
      throw new IllegalStateException("never came: " + moment);
    }
    if (kill.victim() != Victim.AGENT) {
      Patiently.rest(moment.delay());
    }
  }

  private Found found(Records records, RunId run) {
    var log = records.log(run);
    var state = records.run(run).state();
    return new Found(
        log,
        records.calls(run),
        state.calls().open(),
        state.ended().isPresent(),
        new Repository(scene, run).anchor());
  }

  /// When the run took its first step after the newest kill that is more than noting the kill.
  private Optional<Instant> step(Records records, RunId run) {
    return records.log(run).stream()
        .filter(row -> row.seq() > found.getLast().seq())
        .filter(row -> !Happening.ofADisturbance(row.body()))
        .map(Events.Row::at)
        .findFirst();
  }

  private static void awaitEnd(Records records, RunId run) {
    var over =
        records.awaiting(
            LONG,
            () ->
                Optional.of(records.run(run).state())
                    .filter(state -> state.ended().isPresent() || state.hold().isPresent()));
    if (over.isEmpty()) {
      throw new IllegalStateException(
          "the run does not end; last: " + records.log(run).getLast().type());
    }
    over.get()
        .hold()
        .ifPresent(hold -> {
          throw new IllegalStateException("the run is held: " + hold.why());
        });
  }

  /// Whatever a broken case left running must not disturb the next.
  private void endAll() {
    Remains.processesOf(scene.home()).stream()
        .map(words -> Long.parseLong(words.substring(0, words.indexOf(' '))))
        .forEach(pid -> OtherProcess.of(pid).ifPresent(OtherProcess::kill));
  }
}
