package dev.otto.activities.process;

/// How a process left.
public sealed interface Exit {
  /// By itself, with this code.
  record Code(int code) implements Exit {}

  /// By a signal; a command that copies its child's end into code 128 + signal looks the same.
  record Signal(int number) implements Exit {}

  /// It did not: the kernel keeps it although it was killed.
  record Stuck() implements Exit {}

  /// As the shell's usage has it: 128 + n is signal n.
  static Exit of(int code) {
    return code > 128 && code <= 128 + 64 ? new Signal(code - 128) : new Code(code);
  }

  /// Whether the command says that all went well.
  default boolean well() {
    return this.equals(new Code(0));
  }
}
