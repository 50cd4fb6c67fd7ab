package dev.otto.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunNews;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Something that happened to a run.
///
/// @param id its place among everything that happened anywhere
/// @param seq its place within its run
/// @param news what it is; nothing if this build has no word for it
public record Happened(long id, long seq, Optional<RunNews> news) {
  /// Some of what happened to a run, in order.
  ///
  /// @param next the seq with which the next page begins, if there is more
  public record Page(List<Happened> events, Optional<Long> next) {
    static Page of(JsonNode page) {
      var events = page.path("events");
      var next = page.path("next");
      return new Page(
          StreamSupport.stream(events.spliterator(), false).map(Happened::of).toList(),
          next.isNumber() ? Optional.of(next.longValue()) : Optional.empty());
    }
  }

  public static Happened of(JsonNode event) {
    return new Happened(event.path("id").longValue(), event.path("seq").longValue(), known(event));
  }

  private static Optional<RunNews> known(JsonNode event) {
    try {
      return Optional.of(Json.own().treeToValue(event, RunNews.class));
    } catch (JsonProcessingException unknown) {
      return Optional.empty();
    }
  }
}
