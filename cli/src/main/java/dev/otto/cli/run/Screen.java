package dev.otto.cli.run;

import dev.otto.cli.render.Line;
import dev.otto.cli.shell.Output;
import java.util.List;

/// Lines on a terminal that are drawn over those drawn before. They never wrap, also when the
/// terminal gets narrower between two drawings.
final class Screen implements AutoCloseable {
  private static final String HIDE_CURSOR = "\033[?25l";
  private static final String SHOW_CURSOR = "\033[?25h";
  private static final String NO_WRAP = "\033[?7l";
  private static final String WRAP = "\033[?7h";
  private static final String CLEAR_LINE = "\033[K";
  private static final String CLEAR_BELOW = "\033[J";

  private final Output output;
  private List<Integer> drawn = List.of();
  private boolean closed;

  Screen(Output output) {
    this.output = output;
  }

  synchronized void draw(List<Line> lines) {
    if (closed) {
      return;
    }
    var columns = output.size().now().columns();
    var text = new StringBuilder(HIDE_CURSOR).append(NO_WRAP).append(home(columns));
    for (var line : lines) {
      text.append(line.text(columns - 1, output.color())).append(CLEAR_LINE).append('\n');
    }
    output.stream().print(text.append(CLEAR_BELOW).append(WRAP));
    output.stream().flush();
    drawn = lines.stream().map(line -> Math.min(line.width(), columns - 1)).toList();
  }

  /// Takes what was drawn away.
  synchronized void clear() {
    draw(List.of());
  }

  /// Leaves what was drawn and draws nothing more.
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      output.stream().print(WRAP + SHOW_CURSOR);
      output.stream().flush();
    }
  }

  /// The way up to the first line: a terminal that got narrower has broken the long ones.
  private String home(int columns) {
    var rows = drawn.stream().mapToInt(width -> rows(width, columns)).sum();
    return rows == 0 ? "\r" : "\r\033[" + rows + "A";
  }

  private static int rows(int width, int columns) {
    return Math.max(1, Math.ceilDiv(width, Math.max(1, columns)));
  }
}
