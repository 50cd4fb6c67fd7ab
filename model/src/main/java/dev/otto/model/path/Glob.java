package dev.otto.model.path;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/// A pattern over the paths of a repository, such as `src/{api,web}/**/*.java`.
///
/// `*` and `?` stay within one segment, `{a,b}` means either, and `**` is a segment of its own that
/// stands for zero or more segments at any depth. Everything else, brackets and leading dots
/// included, means itself.
public final class Glob {
  private final String pattern;
  private final List<GlobPath> alternatives;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Glob(String pattern) {
    this.pattern = pattern;
    this.alternatives = GlobSyntax.alternatives(pattern);
  }

  @JsonValue
  public String pattern() {
    return pattern;
  }

  /// Whether a path of the repository, written with `/`, is meant.
  public boolean matches(String path) {
    var literal = GlobPath.literal(path);
    return alternatives.stream().anyMatch(literal::meets);
  }

  /// Whether some path is meant by both.
  public boolean overlaps(Glob other) {
    return alternatives.stream().anyMatch(one -> other.alternatives.stream().anyMatch(one::meets));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && pattern.equals(glob.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
