package dev.otto.activities.agent;

import java.nio.file.Path;

/// A login of a person with a provider, as a subscription has it.
public sealed interface Login {
  /// A token that lives long.
  record Token(String text) implements Login {
    @Override
    public String toString() {
      return "Token[]";
    }
  }

  /// The one file in which the provider's program keeps the login. It is never copied: the program
  /// renews what stands in it.
  record Kept(Path file) implements Login {}
}
