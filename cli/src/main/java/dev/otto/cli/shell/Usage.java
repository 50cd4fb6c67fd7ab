package dev.otto.cli.shell;

import dev.otto.model.Refusal;

/// What was typed cannot be done as it was typed.
public record Usage(String sentence, String nextStep) implements Refusal {
  /// Wrong words for this command; its page tells the right ones.
  public static Refused of(String command, String sentence) {
    return new Usage(sentence, "See `otto %s --help`.".formatted(command)).refused();
  }

  @Override
  public String code() {
    return "usage";
  }

  @Override
  public Kind kind() {
    return Kind.INVALID;
  }
}
