package dev.otto.cli.run;

import dev.otto.cli.api.Api;
import dev.otto.cli.api.Happened;
import dev.otto.cli.api.Runs;
import dev.otto.cli.http.EventStream;
import dev.otto.cli.http.ServerRefused;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.RunId;
import dev.otto.model.problem.Problem;
import dev.otto.model.run.RunView;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Follows a run until it has ended, and tells each of its events once, in their order. It looks at
/// the run when the stream says that something happened, and after every connection; a broken
/// stream goes on after the last event. What the stream did not tell is read from the run's log.
final class Watch {
  private static final int SECOND = 1;

  private final Api api;
  private final Runs runs;
  private final RunId id;
  private final Teller teller;
  private final Connection connection;
  private RunView run;
  private Predicate<RunView> over = Watch::ended;

  /// The seq of the last event that was told.
  private long told;

  /// The id after which the stream goes on; nothing if it goes on with whatever comes next.
  private Optional<Long> place = Optional.of(0L);

  Watch(Api api, RunView run, Teller teller, Connection connection) {
    this.api = api;
    this.runs = new Runs(api);
    this.id = run.run();
    this.run = run;
    this.teller = teller;
    this.connection = connection;
  }

  /// The run as it waits for a person or ended, after everything that happened to it was told.
  RunView untilItWaits() {
    over = seen -> ended(seen) || seen.state().equals("waiting");
    return untilEnded();
  }

  /// The run as it ended, after everything that happened to it was told.
  RunView untilEnded() {
    teller.stands(run);
    while (!over()) {
      stream().ifPresent(this::follow);
      if (!over()) {
        connection.lost();
        connection.pause();
      }
    }
    connection.back();
    tellTheRest();
    return run;
  }

  /// The stream, opened; nothing if it cannot be had now. Where a server refuses to go on after an
  /// event, the stream begins anew.
  private Optional<EventStream> stream() {
    try {
      return api.events("events?run=" + id + place.map(after -> "&after=" + after).orElse(""));
    } catch (Refused refused) {
      if (place.isEmpty()) {
        throw refused;
      }
      place = Optional.empty();
      return Optional.empty();
    }
  }

  private void follow(EventStream stream) {
    connection.opened();
    var inbox = new LinkedBlockingQueue<Heard>();
    Thread.ofPlatform().daemon().name("events").start(() -> listen(stream, inbox));
    look();
    var listening = true;
    while (listening && !over()) {
      listening = hear(inbox);
    }
  }

  /// Waits a second for news, takes all there is, looks once if need be; whether more can come.
  private boolean hear(BlockingQueue<Heard> inbox) {
    var heard = next(inbox);
    if (heard == null) {
      connection.well();
      teller.ticked();
      return true;
    }
    var changed = false;
    for (; heard != null; heard = inbox.poll()) {
      take(heard);
      if (heard.last()) {
        return false;
      }
      changed |= heard instanceof Heard.News;
    }
    if (changed) {
      look();
    }
    return true;
  }

  private void take(Heard heard) {
    switch (heard) {
      case Heard.News(var event) -> {
        connection.well();
        place = event.id() > 0 ? Optional.of(event.id()) : place;
        tell(event);
      }
      case Heard.Hello(var after) when place.isEmpty() -> goOnAfter(after);
      case Heard.Hello _ -> {
        // The stream goes on where it was left.
      }
      case Heard.Resync(var after) -> goOnAfter(after);
      case Heard.Heartbeat _ -> connection.well();
      case Heard.Trouble(var problem) -> passesOrEnds(problem);
      case Heard.Broken _ -> {
        // It will be opened again.
      }
    }
  }

  /// What the stream left out up to there is told from the run's log, and the run looked at again.
  private void goOnAfter(long after) {
    connection.well();
    place = Optional.of(after);
    tellTheRest();
    look();
  }

  private void tellTheRest() {
    var from = Optional.of(told + 1);
    while (from.isPresent()) {
      var page = runs.events(id, from.get());
      page.events().forEach(this::tell);
      from = page.next();
    }
  }

  private void tell(Happened event) {
    if (event.seq() > told) {
      told = event.seq();
      event.news().ifPresent(teller::happened);
    }
  }

  private void look() {
    run = runs.named(id.value());
    teller.stands(run);
  }

  private boolean over() {
    return over.test(run);
  }

  private static boolean ended(RunView seen) {
    return seen.verdict().isPresent();
  }

  private static void passesOrEnds(Problem problem) {
    var refusal = new ServerRefused(problem);
    if (!refusal.passing()) {
      throw refusal.refused();
    }
  }

  private static @Nullable Heard next(BlockingQueue<Heard> inbox) {
    try {
      return inbox.poll(SECOND, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Heard.Broken();
    }
  }

  private static void listen(EventStream stream, BlockingQueue<Heard> inbox) {
    try {
      for (var message = stream.next(); message.isPresent(); message = stream.next()) {
        inbox.add(Heard.of(message.get()));
      }
    } catch (IOException broken) {
      // What is left to say is said below.
    } finally {
      inbox.add(new Heard.Broken());
    }
  }
}
