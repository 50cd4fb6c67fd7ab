package dev.otto.cli.shell;

/// One line that says what is being waited for: drawn over itself on a terminal, said once in a
/// pipe.
public final class StatusLine implements AutoCloseable {
  private static final String CLEAR = "\r\033[K";

  private final Output output;
  private boolean said;

  public StatusLine(Output output) {
    this.output = output;
  }

  public void say(String sentence, long seconds) {
    if (output.terminal()) {
      output.stream().print(CLEAR + fitted(sentence, seconds > 0 ? ", " + seconds + " s" : ""));
      output.stream().flush();
    } else if (!said) {
      output.line(sentence);
    }
    said = true;
  }

  /// One that is longer than the window would stay on it, once for every second.
  private String fitted(String sentence, String time) {
    var room = Math.max(1, output.size().now().columns() - 1 - time.length());
    return (sentence.length() <= room ? sentence : sentence.substring(0, room - 1) + "…") + time;
  }

  /// Takes it off the terminal.
  @Override
  public void close() {
    if (said && output.terminal()) {
      output.stream().print(CLEAR);
      output.stream().flush();
    }
  }
}
