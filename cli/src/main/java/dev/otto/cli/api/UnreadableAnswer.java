package dev.otto.cli.api;

import dev.otto.model.Refusal;

/// The server answered something that this build does not understand.
record UnreadableAnswer(String type) implements Refusal {
  @Override
  public String code() {
    return "unreadable-answer";
  }

  @Override
  public String sentence() {
    return "The server's answer is no %s as this program knows it.".formatted(type);
  }

  @Override
  public String nextStep() {
    return "If both are not of one build, `otto down` lets the next command start the right one.";
  }

  @Override
  public Kind kind() {
    return Kind.UNAVAILABLE;
  }
}
