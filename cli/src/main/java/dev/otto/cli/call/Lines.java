package dev.otto.cli.call;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Bytes that come in parts, passed on as whole lines: no part of one ends within a character.
final class Lines {
  private final Consumer<String> passed;
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private long taken;

  Lines(Consumer<String> passed) {
    this.passed = passed;
  }

  /// How many bytes came.
  long taken() {
    return taken;
  }

  void take(byte[] bytes) {
    taken += bytes.length;
    for (var one : bytes) {
      if (one == '\n') {
        pass();
      } else {
        open.write(one);
      }
    }
  }

  /// Passes on what has no line end.
  void end() {
    if (open.size() > 0) {
      pass();
    }
  }

  private void pass() {
    passed.accept(open.toString(StandardCharsets.UTF_8));
    open.reset();
  }
}
