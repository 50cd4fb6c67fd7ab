package dev.otto.standalone.engine;

import dev.otto.standalone.process.Listening;
import dev.otto.standalone.process.LogFile;
import dev.otto.standalone.process.OtherProcess;
import dev.otto.standalone.process.Program;
import dev.otto.standalone.process.Program.Ending;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One start of the dev server, watched until it serves. A database that it cannot use is put
/// aside, once.
record DevServerStart(
    ProgramStarter starter, DevServerCommand command, EngineStore store, LogFile log) {
  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final Duration TO_END = Duration.ofSeconds(5);
  private static final Duration KEEP_CLOSED = Duration.ofDays(30);

  /// A dev server that serves, and what it serves.
  record Served(OtherProcess process, String clusterId) {}

  Served begin(BooleanSupplier givenUp) {
    store.putAsideIfUnusable(command.program().version());
    var before = log.length();
    return attempt(givenUp)
        .or(() -> store.putAsideIfNamedIn(said(before)) ? attempt(givenUp) : Optional.empty())
        .flatMap(served -> ours(served, givenUp))
        .orElseThrow(() -> new EngineRefusal.DidNotStart(log.path(), lastWords(before)).refused());
  }

  /// What was served here before, or something new in its place: of another home's database nobody
  /// knows what works in it.
  private Optional<Served> ours(Served served, BooleanSupplier givenUp) {
    if (store.foreign(served.clusterId())) {
      DevServer.end(served.process());
      store.putAside("it is not the one that was served here before");
      return attempt(givenUp).map(this::noted);
    }
    return Optional.of(noted(served));
  }

  private Served noted(Served served) {
    store.servedAs(served.clusterId(), command.program().version());
    return served;
  }

  private Optional<Served> attempt(BooleanSupplier givenUp) {
    var process = starter.start(program());
    var mark = OtherProcess.of(process.pid());
    try (var frontend = new Frontend(command.address())) {
      Waiting.until(
          () -> givenUp.getAsBoolean() || !process.isAlive() || serves(mark, frontend), TO_START);
      if (serves(mark, frontend)) {
        return mark.map(serving -> served(serving, frontend));
      }
    }
    process.destroyForcibly();
    mark.ifPresent(dying -> dying.goneWithin(TO_END));
    return Optional.empty();
  }

  /// Whether the answers on the port are those of this very process. A server that was there before
  /// would answer too.
  private boolean serves(Optional<OtherProcess> process, Frontend frontend) {
    return process.filter(mark -> Listening.by(mark, command.port())).isPresent()
        && frontend.serving();
  }

  private Served served(OtherProcess process, Frontend frontend) {
    frontend.keepClosedFor(KEEP_CLOSED);
    return new Served(process, frontend.clusterId().orElseThrow());
  }

  private Program program() {
    return new Program(command.words(), store.folder(), log.path(), Ending.WITH_US);
  }

  private List<String> said(long before) {
    return log.linesSince(before);
  }

  private String lastWords(long before) {
    return said(before).stream().reduce((_, later) -> later).orElse("it said nothing");
  }
}
