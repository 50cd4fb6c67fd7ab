package dev.otto.standalone.run;

import dev.otto.model.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A spec whose groups deliver one part each: `parts/<group>/done.txt`, which the group's check
/// looks for.
///
/// @param needs what each group needs, in the order of the spec
record Parts(Map<String, List<String>> needs) {
  static Parts of(String... groups) {
    var parts = new Parts(Map.of());
    for (var group : groups) {
      parts = parts.with(group);
    }
    return parts;
  }

  /// The same with one more group, which needs those.
  Parts with(String group, String... needed) {
    var more = new LinkedHashMap<>(needs);
    more.put(group, List.of(needed));
    return new Parts(more);
  }

  /// The text of the spec.
  String spec() {
    return Json.text(
        Map.of(
            "schema",
            "otto-spec/1",
            "title",
            "Parts of a thing",
            "structure",
            Map.of("kind", "library", "language", "text", "package", "parts"),
            "features",
            needs.keySet().stream().map(Parts::feature).toList(),
            "groups",
            needs.keySet().stream().map(this::group).toList(),
            "checks",
            needs.keySet().stream().map(Parts::check).toList()));
  }

  private static Map<String, Object> feature(String group) {
    var clause =
        Map.of(
            "id",
            group + "-1",
            "text",
            "Part %s is there.".formatted(group),
            "kind",
            "new",
            "checks",
            List.of(group + "-there"));
    return Map.of("id", "f-" + group, "title", "Part " + group, "clauses", List.of(clause));
  }

  private Map<String, Object> group(String group) {
    return Map.of(
        "id",
        group,
        "title",
        "Part " + group,
        "features",
        List.of("f-" + group),
        "needs",
        needs.getOrDefault(group, List.of()),
        "owns",
        List.of("parts/%s/**".formatted(group)),
        "checks",
        List.of(group + "-there"));
  }

  private static Map<String, Object> check(String group) {
    var expected = Map.of("path", "parts/%s/done.txt".formatted(group), "contains", List.of(group));
    return Map.of("check", "files", "id", group + "-there", "expect", List.of(expected));
  }
}
