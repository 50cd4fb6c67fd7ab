package dev.otto.activities.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Takes secrets out of a stream before anybody keeps or hears it (S-8). Of what could still become
/// a secret the next piece decides.
///
/// A secret of fewer than eight bytes stays: taking it out would spoil the output and hide nothing.
public final class Redaction {
  private static final byte[] INSTEAD = "[secret]".getBytes(StandardCharsets.US_ASCII);

  private final List<byte[]> secrets;
  private final boolean[] first = new boolean[256];
  private byte[] bytes = {};
  private int length;
  private byte[] pending = {};

  /// A whole text without them.
  public static String of(String text, Collection<String> secrets) {
    var redaction = new Redaction(secrets);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var kept = new ByteArrayOutputStream(bytes.length);
    redaction.take(bytes, bytes.length);
    kept.write(redaction.bytes(), 0, redaction.length());
    redaction.end();
    kept.write(redaction.bytes(), 0, redaction.length());
    return kept.toString(StandardCharsets.UTF_8);
  }

  Redaction(Collection<String> secrets) {
    this.secrets =
        secrets.stream()
            .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
            .filter(secret -> secret.length >= INSTEAD.length)
            .sorted(Comparator.comparingInt((byte[] secret) -> secret.length).reversed())
            .toList();
    this.secrets.forEach(secret -> first[secret[0] & 0xff] = true);
  }

  /// The bytes that may be kept, after [#take] or [#end]; there are [#length] of them.
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void take(byte[] piece, int count) {
    if (secrets.isEmpty()) {
      bytes = piece;
      length = count;
      return;
    }
    var all = Arrays.copyOf(pending, pending.length + count);
    System.arraycopy(piece, 0, all, pending.length, count);
    redact(all, false);
  }

  /// The stream has ended: nothing can become a longer secret any more.
  void end() {
    redact(pending, true);
  }

  private void redact(byte[] all, boolean ended) {
    pending = new byte[0];
    bytes = new byte[all.length];
    length = 0;
    for (var at = 0; at < all.length; ) {
      var found = first[all[at] & 0xff] ? secretAt(all, at, ended) : 0;
      if (found < 0) {
        pending = Arrays.copyOfRange(all, at, all.length);
        return;
      }
      if (found > 0) {
        System.arraycopy(INSTEAD, 0, bytes, length, INSTEAD.length);
        length += INSTEAD.length;
        at += found;
      } else {
        bytes[length++] = all[at++];
      }
    }
  }

  /// The length of the secret that begins there, 0 if none does, -1 if only the next bytes can
  /// tell.
  private int secretAt(byte[] all, int at, boolean ended) {
    var open = false;
    for (var secret : secrets) {
      var known = Math.min(secret.length, all.length - at);
      if (Arrays.equals(all, at, at + known, secret, 0, known)) {
        if (known == secret.length && !open) {
          return known;
        }
        open = !ended;
      }
    }
    return open ? -1 : 0;
  }
}
