package dev.otto.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.http.EventStream;
import dev.otto.model.RunId;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunNews;
import dev.otto.model.run.RunView;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Follows a run until it has ended. It looks at the run when the stream of events says that
/// something happened, and after every connection; a broken stream goes on after the last event.
final class Watch {
  /// What the stream said.
  private sealed interface Heard {
    record News(RunNews news) implements Heard {}

    /// Something happened that this build has no word for.
    record Unknown() implements Heard {}

    record Broken() implements Heard {}
  }

  private static final int SECOND = 1;

  private final Api api;
  private final Runs runs;
  private final RunId id;
  private final Teller teller;
  private RunView run;
  private long last;

  Watch(Api api, RunView run, Teller teller) {
    this.api = api;
    this.runs = new Runs(api);
    this.id = run.run();
    this.run = run;
    this.teller = teller;
  }

  /// The run as it ended.
  RunView untilEnded() {
    teller.stands(run);
    while (!ended()) {
      api.events("events?run=%s&after=%d".formatted(id, last)).ifPresent(this::follow);
    }
    return run;
  }

  private void follow(EventStream stream) {
    var inbox = new LinkedBlockingQueue<Heard>();
    Thread.ofPlatform().daemon().name("events").start(() -> listen(stream, inbox));
    look();
    var listening = true;
    while (listening && !ended()) {
      listening = hear(inbox);
    }
  }

  /// Waits a second for news, takes all there is, looks once; whether more can come.
  private boolean hear(BlockingQueue<Heard> inbox) {
    var heard = next(inbox);
    if (heard == null) {
      teller.ticked();
      return true;
    }
    var broken = false;
    for (; heard != null; heard = inbox.poll()) {
      if (heard instanceof Heard.News(var news) && news.id() > last) {
        last = news.id();
        teller.happened(news);
      }
      broken |= heard instanceof Heard.Broken;
    }
    if (!broken) {
      look();
    }
    return !broken;
  }

  private void look() {
    run = runs.named(id.value());
    teller.stands(run);
  }

  private boolean ended() {
    return run.verdict().isPresent();
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
        switch (message.get().name()) {
          case "hello", "heartbeat" -> {
            // Somebody is there: that is all.
          }
          default -> inbox.add(heard(message.get().data()));
        }
      }
    } catch (IOException broken) {
      // What is left to say is said below.
    } finally {
      inbox.add(new Heard.Broken());
    }
  }

  private static Heard heard(String data) {
    try {
      return new Heard.News(Json.own().readValue(data, RunNews.class));
    } catch (JsonProcessingException unknown) {
      return new Heard.Unknown();
    }
  }
}
