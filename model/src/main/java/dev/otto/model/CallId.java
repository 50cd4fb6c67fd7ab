package dev.otto.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of one agent call within its run, such as `c7`; `c7-2-codex` is what became of it when
/// it moved to that provider.
public record CallId(@JsonValue String value) {
  private static final Pattern MOVED = Pattern.compile("(c\\d+)-(\\d+)-([a-z].*)");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CallId {
    Names.required("call id", value);
  }

  /// The call that takes the place of this one, with another provider.
  public CallId movedTo(String provider) {
    var moved = MOVED.matcher(value);
    return moved.matches()
        ? new CallId(
            "%s-%d-%s".formatted(moved.group(1), Integer.parseInt(moved.group(2)) + 1, provider))
        : new CallId("%s-2-%s".formatted(value, provider));
  }

  /// The call as it was ordered first, wherever it moved since.
  public CallId first() {
    var moved = MOVED.matcher(value);
    return moved.matches() ? new CallId(moved.group(1)) : this;
  }

  /// The provider to which it moved, if it did.
  public Optional<String> provider() {
    return Optional.of(MOVED.matcher(value)).filter(Matcher::matches).map(moved -> moved.group(3));
  }

  @Override
  public String toString() {
    return value;
  }
}
