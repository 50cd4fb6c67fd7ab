package dev.otto.activities.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A short program of Otto's own, such as git, with everything it gets: of Otto's environment it
/// inherits nothing.
///
/// @param outlives whether it may finish when Otto is killed; else it is asked to end with Otto
public record Program(
    List<String> words,
    Map<String, String> environment,
    Path folder,
    Source source,
    Sink sink,
    boolean outlives) {
  public Program {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /// The same program with other words before its own, such as those of walls around it.
  public Program behind(List<String> before) {
    var all = new ArrayList<>(before);
    all.addAll(words);
    return new Program(all, environment, folder, source, sink, outlives);
  }

  /// The same program, to be found by this marker if it is left behind: one that is started at the
  /// very moment in which Otto is killed is not asked to end with it.
  public Program marked(Marker marker) {
    var all = new HashMap<>(environment);
    all.put(Marker.VARIABLE, marker.value());
    return new Program(words, all, folder, source, sink, outlives);
  }

  /// What it reads.
  public sealed interface Source {
    /// The end of input, at once.
    record Nothing() implements Source {}

    /// These bytes, then the end of input.
    final class Bytes implements Source {
      private final byte[] bytes;

      public Bytes(byte[] bytes) {
        this.bytes = bytes.clone();
      }

      byte[] bytes() {
        return bytes;
      }
    }

    record OfFile(Path file) implements Source {}
  }

  /// Where its output goes.
  public sealed interface Sink {
    /// Into memory; more than this is trouble.
    record Kept(int atMost) implements Sink {}

    record IntoFile(Path file) implements Sink {}
  }

  /// How it ended: its exit code, what it printed, and the end of what it complained.
  public static final class Ended {
    private final int exitCode;
    private final byte[] output;
    private final String complaint;

    Ended(int exitCode, byte[] output, String complaint) {
      this.exitCode = exitCode;
      this.output = output;
      this.complaint = complaint;
    }

    public int exitCode() {
      return exitCode;
    }

    /// Nothing if it went into a file.
    public byte[] output() {
      return output.clone();
    }

    public String complaint() {
      return complaint;
    }
  }
}
