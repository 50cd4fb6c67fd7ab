package dev.otto.api.event;

import dev.otto.api.part.Late;
import dev.otto.api.part.Store;
import dev.otto.model.ProjectId;
import dev.otto.model.RunId;
import dev.otto.model.run.RunNews;
import dev.otto.model.server.StreamHello;
import dev.otto.store.announce.Announcements;
import dev.otto.store.announce.Listener;
import dev.otto.store.run.Events;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Tells one listener what happens, in the order of commits, without a gap, page by page, woken by
/// the database. A slow listener holds up nobody but itself.
///
/// @param build of the page and of the server
/// @param bootId another one after every start of the server
/// @param heartbeat how long the stream is silent at most
record EventStream(
    Store store,
    Late<Announcements> announcements,
    OpenStreams streams,
    String build,
    String bootId,
    Duration heartbeat) {
  private static final Duration COME_BACK = Duration.ofSeconds(1);
  private static final String API_VERSION = "1";
  private static final int PAGE = 500;

  /// Tells until the listener goes or the server ends.
  void tell(StreamWriter writer, Place place, Optional<RunId> run)
      throws IOException, InterruptedException {
    writer.retry(COME_BACK);
    try (var listener = announcements.ready().listener();
        var _ = streams.opened(listener)) {
      var after = begin(writer, place);
      tellForEver(writer, listener, after, run);
    }
  }

  /// Says hello and from where the stream goes on.
  private long begin(StreamWriter writer, Place place) throws IOException {
    long newest = store.ask(Events.class, Events::newest);
    var known =
        switch (place) {
          case Place.Now _ -> true;
          case Place.After(var id) -> id <= newest;
          case Place.Unknown _ -> false;
        };
    var after = known && place instanceof Place.After(var id) ? id : newest;
    writer.event("hello", after, new StreamHello(bootId, build, API_VERSION, after));
    if (!known) {
      writer.event("resync", after, new Resync(after));
    }
    return after;
  }

  private void tellForEver(StreamWriter writer, Listener listener, long after, Optional<RunId> run)
      throws IOException, InterruptedException {
    var told = after;
    while (true) {
      switch (listener.await(shorter(heartbeat.minus(writer.silence())))) {
        case NEWS -> told = tellNews(writer, told, run);
        case SILENCE -> {}
        case END -> {
          return;
        }
      }
      if (writer.silence().compareTo(heartbeat) >= 0) {
        writer.event("heartbeat", new Heartbeat(Instant.now()));
      }
    }
  }

  private long tellNews(StreamWriter writer, long after, Optional<RunId> run) throws IOException {
    var told = after;
    while (true) {
      var from = told;
      var page =
          store.ask(
              Events.class, events -> events.after(from, run.map(RunId::value).orElse(null), PAGE));
      for (var row : page) {
        writer.news(news(row));
        told = row.id();
      }
      if (page.size() < PAGE) {
        return told;
      }
    }
  }

  static RunNews news(Events.Row row) {
    return new RunNews(
        row.id(),
        row.at(),
        new ProjectId(row.project()),
        new RunId(row.run()),
        row.seq(),
        row.type(),
        row.body());
  }

  private static Duration shorter(Duration patience) {
    return patience.isNegative() ? Duration.ZERO : patience;
  }
}
