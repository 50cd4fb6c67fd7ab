package dev.otto.activities.process;

import java.util.Optional;
import java.util.regex.Pattern;

/// The word in a process' environment that says to which Cell it belongs. It is inherited by
/// whatever the process starts, so that a child that left its parent, its group and its session is
/// still found.
///
/// Begin it with the host's id, so that [Reaper] can tell this home's processes from another's.
public record Marker(String value) {
  /// The environment variable that carries it.
  public static final String VARIABLE = "OTTO_CELL";

  private static final Pattern RULE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  public Marker {
    if (!RULE.matcher(value).matches()) {
      throw new IllegalArgumentException("'%s' cannot mark a process".formatted(value));
    }
  }

  /// The marker in the environment of a process: variables parted by zero bytes.
  static Optional<Marker> in(String environment) {
    var name = VARIABLE + "=";
    for (var variable : environment.split("\0", -1)) {
      if (variable.startsWith(name)) {
        var value = variable.substring(name.length());
        return RULE.matcher(value).matches() ? Optional.of(new Marker(value)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
