package dev.otto.activities.gateway;

import dev.otto.activities.agent.protocol.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Listens to the stream of an answer as it passes, for what it says was used. A line that is too
/// long to be about that is let pass unheard.
final class Tap {
  private static final int LONGEST = 1 << 20;
  private static final String DATA = "data:";

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean tooLong;
  private Tokens tokens = Tokens.NONE;

  /// So many bytes passed; says whether they told more of what was used.
  boolean heard(byte[] bytes, int length) {
    var before = tokens;
    for (var at = 0; at < length; at++) {
      if (bytes[at] == '\n') {
        ended();
      } else if (line.size() < LONGEST) {
        line.write(bytes[at]);
      } else {
        tooLong = true;
      }
    }
    return !tokens.equals(before);
  }

  Tokens tokens() {
    return tokens;
  }

  private void ended() {
    var text = line.toString(StandardCharsets.UTF_8);
    var whole = !tooLong;
    line.reset();
    tooLong = false;
    if (whole && text.startsWith(DATA) && text.contains("\"usage\"")) {
      event(text.substring(DATA.length()).strip());
    }
  }

  private void event(String json) {
    try {
      tokens = tokens.after(Tree.parse(json));
    } catch (IOException notJson) {
      // It passes all the same; nothing is learned from it.
    }
  }
}
