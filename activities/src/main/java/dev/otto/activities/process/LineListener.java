package dev.otto.activities.process;

/// Who hears what a command writes to its standard output, line by line, while it runs.
///
/// It is called on the thread that reads the output and should return quickly: as long as it takes,
/// the command may have to wait. What it throws is logged and ends its listening, never the
/// command.
@FunctionalInterface
public interface LineListener {
  /// For commands whose log is enough.
  LineListener NOBODY = _ -> {};

  void line(Line line);

  /// So many bytes are left out here: the command wrote more than its log may hold.
  default void gap(long bytes) {}
}
