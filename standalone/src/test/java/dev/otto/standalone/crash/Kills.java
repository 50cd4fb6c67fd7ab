package dev.otto.standalone.crash;

import dev.otto.store.run.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Which kills are tried on a session, drawn from a seed: the same seed, the same kills.
final class Kills {
  private static final int SERVERS = 12;
  private static final int AGENTS = 3;
  private static final int LONGEST_DELAY = 400;

  private final List<Happening> session;
  private final Random random;
  private final List<Kill> kills = new ArrayList<>();

  private Kills(Story undisturbed, long seed) {
    this.session = undisturbed.log().stream().map(Events.Row::body).map(Happening::of).toList();
    this.random = new Random(seed);
  }

  /// Twelve servers killed, one in each twelfth of the session, half under each engine, three of
  /// them again while they recover; and three agents.
  static List<Kill> seeded(Story undisturbed, long seed) {
    var kills = new Kills(undisturbed, seed);
    for (var slice = 0; slice < SERVERS; slice++) {
      var engine = slice % 2 == 0 ? EngineUsed.IN_PROCESS : EngineUsed.DEV_SERVER;
      kills.add(engine, Victim.SERVER, kills.in(slice, SERVERS), slice % 4 == 2 || slice == 5);
    }
    var calls = kills.calls();
    for (var slice = 0; slice < AGENTS; slice++) {
      var call =
          calls.get(calls.size() * slice / AGENTS + kills.random.nextInt(calls.size() / AGENTS));
      kills.add(EngineUsed.IN_PROCESS, Victim.AGENT, call, false);
    }
    return kills.possible();
  }

  /// The server at every event, every agent, and everything else that can be killed, here and
  /// there; the engine changes from case to case.
  static List<Kill> all(Story undisturbed, long seed) {
    var kills = new Kills(undisturbed, seed);
    for (var event = 0; event < kills.session.size(); event++) {
      kills.add(kills.engine(event), Victim.SERVER, event, event % 5 == 3);
    }
    kills.calls().forEach(call -> kills.add(kills.engine(call), Victim.AGENT, call, false));
    for (var event = 1; event < kills.session.size() - 1; event += 6) {
      kills.add(kills.engine(event), Victim.DATABASE, event, false);
      kills.add(EngineUsed.DEV_SERVER, Victim.ENGINE, event + 1, false);
    }
    for (var event = 9; event < kills.session.size(); event += 20) {
      kills.add(kills.engine(event), Victim.STOPPED, event, false);
      kills.changing(EngineUsed.IN_PROCESS, EngineUsed.DEV_SERVER, event + 2);
      kills.changing(EngineUsed.DEV_SERVER, EngineUsed.IN_PROCESS, event + 4);
    }
    return kills.possible();
  }

  /// A server of an older build replaced in each twelfth of the session, half under each engine.
  static List<Kill> upgrades(Story undisturbed, long seed) {
    var kills = new Kills(undisturbed, seed);
    for (var slice = 0; slice < SERVERS; slice++) {
      kills.add(kills.engine(slice), Victim.OLDER, kills.in(slice, SERVERS), false);
    }
    return kills.possible();
  }

  private EngineUsed engine(int event) {
    return event % 2 == 0 ? EngineUsed.IN_PROCESS : EngineUsed.DEV_SERVER;
  }

  private List<Integer> calls() {
    return IntStream.range(0, session.size())
        .filter(event -> session.get(event).type().startsWith("call.ordered"))
        .boxed()
        .toList();
  }

  private int in(int slice, int slices) {
    var from = session.size() * slice / slices;
    return from + random.nextInt(session.size() * (slice + 1) / slices - from);
  }

  private void add(EngineUsed engine, Victim victim, int event, boolean twice) {
    var again =
        Optional.of(Moment.recovering(Duration.ofMillis(random.nextInt(LONGEST_DELAY))))
            .filter(_ -> twice);
    kills.add(new Kill(kills.size() + 1, engine, victim, moment(event), again));
  }

  private void changing(EngineUsed engine, EngineUsed next, int event) {
    kills.add(
        new Kill(kills.size() + 1, engine, next, Victim.SERVER, moment(event), Optional.empty()));
  }

  private Moment moment(int event) {
    var happening = session.get(event);
    var times = (int) session.subList(0, event + 1).stream().filter(happening::equals).count();
    return new Moment(happening, times, Duration.ofMillis(random.nextInt(LONGEST_DELAY)));
  }

  private List<Kill> possible() {
    return kills.stream().filter(kill -> kill.engine().there() && kill.next().there()).toList();
  }
}
