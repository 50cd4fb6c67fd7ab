package dev.otto.activities.agent.scripted.play;

import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.protocol.EventLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The agent's stdout: one event, one line, one write.
public final class EventStream {
  /// Nobody reads the agent's stdout any more: there is no reason to go on.
  public static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Closed(IOException cause) {
      super(cause);
    }
  }

  private final OutputStream stdout;
  private boolean twice;

  public EventStream(OutputStream stdout) {
    this.stdout = stdout;
  }

  public void tell(AgentEvent event) {
    var line = EventLine.of(event) + "\n";
    raw(line);
    if (twice) {
      raw(line);
    }
  }

  /// From here on every event is written twice.
  void writeTwice() {
    twice = true;
  }

  void raw(String text) {
    raw(text.getBytes(StandardCharsets.UTF_8));
  }

  void raw(byte[] bytes) {
    try {
      stdout.write(bytes);
      stdout.flush();
    } catch (IOException nobodyReads) {
      throw new Closed(nobodyReads);
    }
  }
}
