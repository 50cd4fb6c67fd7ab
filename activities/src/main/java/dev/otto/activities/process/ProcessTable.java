package dev.otto.activities.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What `/proc` says about the processes of this host at this moment.
final class ProcessTable {
  private static final Path PROC = Path.of("/proc");

  private ProcessTable() {}

  /// One line of the table; numbers are those of the host's own namespace.
  ///
  /// @param workTicks processor time of it and of its children that have ended and were waited for
  record Entry(
      long pid,
      char state,
      long parent,
      long group,
      long session,
      long workTicks,
      long threads,
      long startTicks) {
    private static final long TICKS_PER_SECOND = 100;
    private static final int WORK = 11;

    Duration work() {
      return Duration.ofMillis(workTicks * 1_000 / TICKS_PER_SECOND);
    }

    ProcessIdentity identity() {
      return new ProcessIdentity(pid, startTicks);
    }

    /// A zombie has ended, unless it is only the first of several threads: the others still hold
    /// its files.
    boolean running() {
      return state == 'Z' ? threads > 1 : state != 'X';
    }

    /// Whether it is a thread of the kernel, which has no session.
    boolean kernels() {
      return session == 0;
    }

    /// The `stat` line: number, (name), state, parent, group, session, …; the name may hold
    /// anything, brackets too.
    static Entry of(String stat) {
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return new Entry(
          Long.parseLong(stat.substring(0, stat.indexOf(' '))),
          fields[0].charAt(0),
          Long.parseLong(fields[1]),
          Long.parseLong(fields[2]),
          Long.parseLong(fields[3]),
          LongStream.range(WORK, WORK + 4).map(at -> Long.parseLong(fields[(int) at])).sum(),
          Long.parseLong(fields[17]),
          Long.parseLong(fields[19]));
    }
  }

  static Optional<Entry> entry(long pid) {
    try {
      return Optional.of(Entry.of(text(pid, "stat")));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /// Every process that runs.
  static List<Entry> running() {
    var entries = new ArrayList<Entry>();
    try (var folders = Files.newDirectoryStream(PROC, ProcessTable::isProcess)) {
      for (var folder : folders) {
        entry(Long.parseLong(folder.getFileName().toString()))
            .filter(Entry::running)
            .ifPresent(entries::add);
      }
    } catch (IOException | DirectoryIteratorException trouble) {
      throw new UncheckedIOException("cannot read /proc", new IOException(trouble));
    }
    return entries;
  }

  /// The processor time of all these together.
  static Duration work(Stream<Entry> entries) {
    return entries.map(Entry::work).reduce(Duration.ZERO, Duration::plus);
  }

  /// The process and everything that descends from it, as it runs now.
  static List<Entry> family(ProcessIdentity root) {
    var others = running();
    var members = new HashSet<>(Set.of(root.pid()));
    while (others.stream()
        .anyMatch(one -> members.contains(one.parent()) && members.add(one.pid()))) {
      // Whoever was added may have children that stand earlier in the table.
    }
    return others.stream().filter(one -> members.contains(one.pid())).toList();
  }

  /// The marker in the environment of the process; nothing as well if we may not read it.
  static Optional<Marker> marker(long pid) {
    try {
      return Marker.in(text(pid, "environ"));
    } catch (IOException goneOrForeign) {
      return Optional.empty();
    }
  }

  /// Whether its environment can be read and is empty.
  static boolean withoutEnvironment(long pid) {
    try {
      return text(pid, "environ").isEmpty();
    } catch (IOException goneOrForeign) {
      return false;
    }
  }

  private static boolean isProcess(Path folder) {
    return Character.isDigit(folder.getFileName().toString().charAt(0));
  }

  private static String text(long pid, String file) throws IOException {
    return new String(
        Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve(file)),
        StandardCharsets.ISO_8859_1);
  }
}
