package dev.otto.activities.process;

/// What a command finds on its standard input. It is never closed from the start and never a
/// terminal.
public sealed interface Input {
  /// The end of input, at once.
  record Nothing() implements Input {}

  /// These words in UTF-8, then the end of input.
  record Text(String words) implements Input {}
}
