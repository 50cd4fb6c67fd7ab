package dev.otto.model.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.otto.model.RunId;
import dev.otto.model.host.HostFacts.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A server as it shows itself: which build it is, on which engine, and whether it is ready.
///
/// @param openRuns the runs that have not ended, as far as they are known yet
/// @param trouble what of it is away just now, and is being brought back
public record ServerView(
    String build,
    Optional<EngineView> engine,
    Instant startedAt,
    Readiness state,
    Optional<Integer> openRuns,
    List<Fact> trouble) {
  public ServerView {
    engine = engine == null ? Optional.empty() : engine;
    openRuns = openRuns == null ? Optional.empty() : openRuns;
    trouble = trouble == null ? List.of() : List.copyOf(trouble);
  }

  /// The engine in use, by its name.
  ///
  /// @param uiUrl where its own page is, if it has one
  public record EngineView(String kind, String version, Optional<String> uiUrl) {
    public EngineView {
      uiUrl = uiUrl == null ? Optional.empty() : uiUrl;
    }

    /// Where that page shows a run.
    public Optional<String> page(RunId run) {
      return uiUrl.map(url -> "%snamespaces/default/workflows/run-%s".formatted(url, run));
    }
  }

  /// How far the server is.
  public enum Readiness {
    @JsonProperty("starting")
    STARTING,
    @JsonProperty("ready")
    READY
  }
}
