package dev.otto.cli.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.model.json.Json;
import dev.otto.model.settings.file.InForce.Held;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The keys as the object that scripts rely on.
final class ConfigJson {
  private ConfigJson() {}

  static String of(SettingsFiles files, List<String> notices, List<Held> keys) {
    var json = Json.own().createObjectNode();
    json.put("project", files.project().map(Path::toString).orElse(null));
    json.put("user", files.user().toString());
    var list = json.putArray("keys");
    keys.forEach(held -> put(list.addObject(), held));
    var told = json.putArray("notices");
    notices.forEach(told::add);
    return json.toString();
  }

  private static void put(ObjectNode json, Held held) {
    json.put("key", held.name())
        .put("value", held.value())
        .put("source", held.source().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("said", held.said().orElse(null))
        .put("default", held.key().fallback())
        .put("type", held.key().type().words())
        .put("variable", held.key().variable().orElse(null))
        .put("sentence", held.key().sentence());
  }
}
