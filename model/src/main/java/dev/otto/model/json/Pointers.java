package dev.otto.model.json;

/// JSON pointers, as violations name places.
final class Pointers {
  private Pointers() {}

  /// The place of a field below a place.
  static String below(String place, String field) {
    return place + "/" + field.replace("~", "~0").replace("/", "~1");
  }
}
