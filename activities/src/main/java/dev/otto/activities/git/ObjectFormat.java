package dev.otto.activities.git;

import java.util.Locale;

/// How a repository names its objects.
public enum ObjectFormat {
  SHA1(40, "4b825dc642cb6eb9a060e54bf8d69288fbee4904"),
  SHA256(64, "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321");

  private final int digits;
  private final String emptyTree;

  ObjectFormat(int digits, String emptyTree) {
    this.digits = digits;
    this.emptyTree = emptyTree;
  }

  static ObjectFormat named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// The word that git has for it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The id that stands for "no object" where a ref is created or deleted.
  String none() {
    return "0".repeat(digits);
  }

  String emptyTree() {
    return emptyTree;
  }
}
