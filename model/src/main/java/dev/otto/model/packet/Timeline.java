package dev.otto.model.packet;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.otto.model.run.RunEntry;
import java.util.List;
import java.util.Locale;

/// When a run did what: one lane for the spec, for each group, for the audits and for everything it
/// waited for.
///
/// @param millis from the run's beginning to its end
public record Timeline(long millis, List<Lane> lanes) {
  public Timeline {
    lanes = List.copyOf(lanes);
  }

  /// The spans of one thing, oldest first.
  public record Lane(String name, List<Span> spans) {
    public Lane {
      spans = List.copyOf(spans);
    }
  }

  /// A stretch of time, in milliseconds after the run's beginning.
  ///
  /// @param words what was done, and what came of it
  public record Span(long from, long to, Kind kind, String words) {}

  /// What a stretch of time was.
  public enum Kind {
    @JsonProperty("good")
    GOOD,
    @JsonProperty("bad")
    BAD,
    /// Nothing was done: somebody or something was waited for.
    @JsonProperty("waited")
    WAITED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The timeline of a run's whole log.
  public static Timeline of(List<RunEntry> log) {
    return Chronicle.of(log);
  }
}
