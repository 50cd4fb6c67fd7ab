package dev.otto.activities.process;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/// Cuts a stream of bytes into lines and keeps no more of a line than the longest one may hold.
final class LineSplitter {
  private static final int FIRST_SIZE = 8192;

  private final int longest;
  private final Consumer<Line> lines;
  private byte[] line = new byte[FIRST_SIZE];
  private int length;
  private boolean cut;
  private long offset;
  private long begin;

  LineSplitter(int longest, Consumer<Line> lines) {
    this.longest = longest;
    this.lines = lines;
  }

  void feed(byte[] bytes, int from, int count) {
    var at = from;
    var end = from + count;
    while (at < end) {
      var newline = newline(bytes, at, end);
      keep(bytes, at, newline - at);
      offset += newline - at;
      at = newline;
      if (at < end) {
        at++;
        offset++;
        endLine();
      }
    }
  }

  /// Leaves out so many bytes: what was begun is a cut line, and the next begins after them.
  void skip(long bytes) {
    cut |= length > 0;
    endOfStream();
    offset += bytes;
    begin = offset;
  }

  /// Gives out a last line that has no end.
  void endOfStream() {
    if (length > 0 || cut) {
      endLine();
    }
  }

  private void keep(byte[] bytes, int from, int count) {
    var kept = Math.min(count, longest - length);
    if (length + kept > line.length) {
      line = Arrays.copyOf(line, Math.min(longest, Math.max(2 * line.length, length + kept)));
    }
    System.arraycopy(bytes, from, line, length, kept);
    length += kept;
    cut |= kept < count;
  }

  private void endLine() {
    var end = length > 0 && line[length - 1] == '\r' && !cut ? length - 1 : length;
    var text = new String(line, 0, end, StandardCharsets.UTF_8);
    var whole = new Line(begin, text, cut);
    length = 0;
    cut = false;
    begin = offset;
    if (line.length > 16 * FIRST_SIZE) {
      line = new byte[FIRST_SIZE];
    }
    lines.accept(whole);
  }

  private static int newline(byte[] bytes, int from, int end) {
    var at = from;
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
