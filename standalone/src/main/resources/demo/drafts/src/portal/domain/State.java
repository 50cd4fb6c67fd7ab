package portal.domain;

/// Where an expense stands.
public sealed interface State {
  record Pending() implements State {}

  record Approved(String by) implements State {}

  record Rejected(String by, String why) implements State {}

  /// The state in one word, as pages and programs show it.
  default String word() {
    return switch (this) {
      case Pending _ -> "pending";
      case Approved _ -> "approved";
      case Rejected _ -> "rejected";
    };
  }
}
