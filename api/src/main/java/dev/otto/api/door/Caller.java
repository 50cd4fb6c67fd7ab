package dev.otto.api.door;

import jakarta.servlet.http.HttpServletRequest;

/// Who asks.
public sealed interface Caller {
  /// The attribute of a request under which the door keeps who asks.
  String ATTRIBUTE = "otto.caller";

  /// A program that has the token, for this user of the machine.
  record Program(String user) implements Caller {}

  /// A browser that was signed in; `cookie` is what it shows.
  record Browser(String cookie) implements Caller {}

  /// Somebody who shows nothing.
  record Stranger() implements Caller {}

  /// The name under which what they ask is recorded.
  default String by() {
    return switch (this) {
      case Program(var user) -> user;
      case Browser _ -> "web";
      case Stranger _ -> "nobody";
    };
  }

  /// Who asks this, as the door found out.
  static Caller of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : new Stranger();
  }
}
