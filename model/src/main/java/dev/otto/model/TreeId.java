package dev.otto.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// A git tree of Otto's own clone, by its full object id (SHA-1 or SHA-256).
public record TreeId(@JsonValue String hex) {
  private static final Pattern RULE = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TreeId {
    if (!RULE.matcher(hex).matches()) {
      throw new IllegalArgumentException("'%s' is not the id of a tree".formatted(hex));
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
