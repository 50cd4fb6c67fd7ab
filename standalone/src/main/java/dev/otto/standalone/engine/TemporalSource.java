package dev.otto.standalone.engine;

import java.nio.file.Path;

/// A way to get a `temporal` program.
sealed interface TemporalSource permits OfficialRelease, SourceBuild {
  /// Where it comes from, for people.
  String words();

  /// The program, made in this empty folder; refused with one sentence if it cannot be had.
  Path into(Path folder);
}
