package dev.otto.model.check;

import static java.util.Objects.requireNonNull;

import dev.otto.model.path.Glob;
import java.util.List;

/// The files by which a command judges: bytes sealed at approval, and files taken from the base
/// commit.
public record Oracle(List<SealedFile> files, List<Glob> base) {
  public static final Oracle NONE = new Oracle(List.of(), List.of());

  public Oracle {
    files = files == null ? List.of() : List.copyOf(files);
    base = base == null ? List.of() : List.copyOf(base);
  }

  /// A file of the product whose bytes are fixed with the spec; the path is relative to the
  /// project.
  public record SealedFile(String path, String text) {
    public SealedFile {
      requireNonNull(path);
      requireNonNull(text);
    }
  }

  /// Whether there is anything that an agent cannot have written itself.
  public boolean sealed() {
    return !files.isEmpty() || !base.isEmpty();
  }
}
