package dev.otto.standalone.crash;

import java.util.Optional;

/// One case: who is killed when, under which engine, and whether the next server is killed as well
/// while it takes over.
///
/// @param next the engine of the server that takes over
record Kill(
    int number,
    EngineUsed engine,
    EngineUsed next,
    Victim victim,
    Moment moment,
    Optional<Moment> again) {
  Kill(int number, EngineUsed engine, Victim victim, Moment moment, Optional<Moment> again) {
    this(number, engine, engine, victim, moment, again);
  }

  String words() {
    return "%d: %s, %s killed at %s%s"
        .formatted(
            number,
            engine == next ? engine.word() : engine.word() + " then " + next.word(),
            victim.word(),
            moment,
            again.map(moment -> ", again at " + moment).orElse(""));
  }
}
