package dev.otto.cli.doctor;

import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.json.Json;
import dev.otto.model.server.ServerView.EngineView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The doctor's findings as the object that scripts rely on.
final class FindingsJson {
  private FindingsJson() {}

  static String of(Optional<EngineView> engine, Optional<String> walls, List<Fact> facts) {
    var json = Json.own().createObjectNode();
    var kind = json.putObject("engine");
    kind.put("kind", engine.map(EngineView::kind).orElse(null));
    kind.put("version", engine.map(EngineView::version).orElse(null));
    kind.put("uiUrl", engine.flatMap(EngineView::uiUrl).orElse(null));
    json.put("walls", walls.orElse(null));
    var list = json.putArray("facts");
    for (var fact : facts) {
      list.addObject()
          .put("name", fact.name())
          .put("state", fact.health().name().toLowerCase(Locale.ROOT))
          .put("sentence", fact.sentence())
          .put("fix", fact.fix());
    }
    return json.toString();
  }
}
