package dev.otto.standalone.database;

/// What an exception says, fit for the end of a sentence.
final class OneLine {
  private OneLine() {}

  static String of(Exception failure) {
    var message =
        String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("no reason given");
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
