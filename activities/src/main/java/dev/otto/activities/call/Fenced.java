package dev.otto.activities.call;

/// A text of people, agents or repositories inside of a prompt: between fences that it cannot
/// close, since it is data and no instruction of Otto's.
final class Fenced {
  private Fenced() {}

  static String of(String text) {
    return "<<<\n" + text.replace(">>>", "> > >") + "\n>>>";
  }
}
