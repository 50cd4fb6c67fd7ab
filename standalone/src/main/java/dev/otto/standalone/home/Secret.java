package dev.otto.standalone.home;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A text that must not be seen: it prints as dots and is compared in constant time.
public record Secret(String text) {
  private static final int BYTES = 32;

  public Secret {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a secret must not be empty");
    }
  }

  /// 256 random bits, in hexadecimal.
  public static Secret random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  /// The secret of a file (0600), made at first need.
  public static Secret in(Path file) {
    return new Secret(OnceFile.text(file, () -> random().text()));
  }

  /// Whether another text is this secret.
  public boolean is(String other) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "***";
  }
}
