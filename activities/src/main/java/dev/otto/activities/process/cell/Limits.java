package dev.otto.activities.process.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What the processes of a Cell may use: open files and bytes per file each, and processes
/// together. Core files are never written.
///
/// The number of processes, of which each thread is one, is only counted where the Cell has its own
/// users and Otto is not root: the kernel counts per user and never limits root.
public record Limits(OptionalLong openFiles, OptionalLong fileBytes, OptionalLong processes) {
  public static final Limits NONE =
      new Limits(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  /// The command with the words before it that limit it.
  List<String> before(List<String> command, boolean countsProcesses) {
    var words = new ArrayList<>(List.of("prlimit", "--core=0"));
    openFiles.ifPresent(most -> words.add("--nofile=" + most));
    fileBytes.ifPresent(most -> words.add("--fsize=" + most));
    if (countsProcesses) {
      processes.ifPresent(most -> words.add("--nproc=" + most));
    }
    words.addAll(command);
    return List.copyOf(words);
  }
}
