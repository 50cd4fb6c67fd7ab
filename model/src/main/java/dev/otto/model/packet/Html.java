package dev.otto.model.packet;

import java.util.Arrays;

/// A page that is being written: markup is ours, and every text in it is escaped.
final class Html {
  private final StringBuilder page = new StringBuilder();

  /// Adds markup with `%s` for each text.
  Html add(String markup, Object... texts) {
    var escaped = Arrays.stream(texts).map(text -> escaped(String.valueOf(text))).toArray();
    page.append(texts.length == 0 ? markup : markup.formatted(escaped));
    return this;
  }

  @Override
  public String toString() {
    return page.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
