package dev.otto.activities.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// What opens a way for one call: 256 bits that nobody can guess.
final class Token {
  private static final int BYTES = 32;

  private Token() {}

  static String fresh() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return "otto-" + HexFormat.of().formatHex(bytes);
  }

  /// Whether both are the same; how long that takes tells nothing.
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
