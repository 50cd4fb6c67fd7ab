package dev.otto.activities.call;

import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.protocol.EventLine;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the agent of one call said, event by event in the words of `otto-agent/1`, whichever
/// program it is: what people read. What the program wrote itself lies beside it.
final class Spoken implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Spoken.class);
  private static final String FILE = "said.log";
  private static final long MOST = 64L << 20;
  private static final String END =
      EventLine.of(new AgentEvent.Warning("it said more than is kept here")) + "\n";

  private final OutputStream file;
  private long written;
  private boolean over;

  private Spoken(OutputStream file) {
    this.file = file;
  }

  /// What is said in the call whose logs lie in that folder.
  static Spoken in(Path folder) {
    try {
      Files.createDirectories(folder);
      return new Spoken(
          new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE)), 16 << 10));
    } catch (IOException trouble) {
      throw new UncheckedIOException("cannot write what an agent says", trouble);
    }
  }

  /// Writes it down. Trouble with the file is no trouble of the call.
  synchronized void note(AgentEvent event) {
    if (over) {
      return;
    }
    try {
      var line = (EventLine.of(event) + "\n").getBytes(StandardCharsets.UTF_8);
      written += line.length;
      over = written > MOST;
      file.write(over ? END.getBytes(StandardCharsets.UTF_8) : line);
      file.flush();
    } catch (IOException trouble) {
      over = true;
      LOG.warn("what an agent says is not written any more: {}", trouble.toString());
    }
  }

  @Override
  public synchronized void close() {
    over = true;
    try {
      file.close();
    } catch (IOException trouble) {
      LOG.warn("what an agent said is not whole: {}", trouble.toString());
    }
  }
}
