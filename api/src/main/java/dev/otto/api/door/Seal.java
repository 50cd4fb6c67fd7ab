package dev.otto.api.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What is derived from the token of this Otto: the cookie of a browser and the sign that a page is
/// Otto's own. Nothing is kept, so a browser stays signed in when the server starts anew.
final class Seal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration LIFE = Duration.ofDays(30);
  private static final Pattern COOKIE =
      Pattern.compile("(\\d{1,12})\\.[0-9a-f]{32}\\.[0-9a-f]{64}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String token;

  Seal(String token) {
    this.token = token;
  }

  /// Whether this is the token, found out in the same time whatever it is.
  boolean isToken(String shown) {
    return same(token, shown);
  }

  /// A cookie that signs in for a month.
  String cookie(Instant now) {
    var grant = now.plus(LIFE).getEpochSecond() + "." + random();
    return grant + "." + signed("cookie " + grant);
  }

  Duration life() {
    return LIFE;
  }

  /// Whether this cookie is one of ours and still good.
  boolean isCookie(String shown, Instant now) {
    var parts = COOKIE.matcher(shown);
    if (!parts.matches()) {
      return false;
    }
    var grant = shown.substring(0, shown.lastIndexOf('.'));
    return same(signed("cookie " + grant), shown.substring(grant.length() + 1))
        && Instant.ofEpochSecond(Long.parseLong(parts.group(1))).isAfter(now);
  }

  /// What the page of this cookie must show with everything that changes something.
  String csrf(String cookie) {
    return signed("csrf " + cookie);
  }

  boolean isCsrf(String cookie, String shown) {
    return same(csrf(cookie), shown);
  }

  /// 128 random bits.
  static String random() {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private String signed(String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  private static boolean same(String expected, String shown) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }
}
