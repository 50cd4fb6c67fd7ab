package portal.accounts;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// A password that can be recognised and not read: a salt and a hash, both in hex.
record Secret(String salt, String hash) {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final int ROUNDS = 20_000;

  boolean matches(String password) {
    var hex = HexFormat.of();
    return MessageDigest.isEqual(hex.parseHex(hash), hashed(password, hex.parseHex(salt)));
  }

  private static byte[] hashed(String password, byte[] salt) {
    try {
      return SecretKeyFactory.getInstance(ALGORITHM)
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256))
          .getEncoded();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
