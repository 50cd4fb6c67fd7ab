package dev.otto.activities.process.cell;

import java.nio.file.Path;

/// One place of a Cell's file tree, and what is found there.
public sealed interface Mount {
  /// Where in the Cell.
  Path target();

  /// A file or folder of the host that may be changed.
  record Writable(Path source, Path target) implements Mount {
    public Writable {
      plain(source);
      plain(target);
    }
  }

  /// A file or folder of the host that can only be read.
  record ReadOnly(Path source, Path target) implements Mount {
    public ReadOnly {
      plain(source);
      plain(target);
    }
  }

  /// Nothing: an empty folder or file that cannot be changed lies over what is there. What is not
  /// there stays so.
  record Hidden(Path target) implements Mount {
    public Hidden {
      plain(target);
    }
  }

  /// An empty folder in memory that goes when the Cell goes.
  record Scratch(Path target) implements Mount {
    public Scratch {
      plain(target);
    }
  }

  static Mount writable(Path place) {
    return new Writable(place, place);
  }

  static Mount readOnly(Path place) {
    return new ReadOnly(place, place);
  }

  static Mount hidden(Path place) {
    return new Hidden(place);
  }

  private static void plain(Path path) {
    if (!path.isAbsolute() || !path.equals(path.normalize())) {
      throw new IllegalArgumentException("a mount needs an absolute path without '..': " + path);
    }
  }
}
