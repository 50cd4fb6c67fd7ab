package dev.otto.activities.process;

/// The last bytes of what was added, up to a size, and the number of those dropped before them.
final class LastBytes {
  private static final byte[] NONE = {};

  private final int size;
  private byte[] ring = NONE;
  private long added;

  LastBytes(int size) {
    this.size = size;
  }

  int size() {
    return size;
  }

  long dropped() {
    return Math.max(0, added - size);
  }

  void add(byte[] bytes, int from, int count) {
    if (count > 0 && ring.length == 0) {
      ring = new byte[size];
    }
    var skipped = Math.max(0, count - size);
    added += skipped;
    for (var left = count - skipped; left > 0; ) {
      var at = (int) (added % size);
      var piece = Math.min(left, size - at);
      System.arraycopy(bytes, from + count - left, ring, at, piece);
      added += piece;
      left -= piece;
    }
  }

  byte[] bytes() {
    var length = (int) Math.min(added, size);
    var bytes = new byte[length];
    var start = added > size ? (int) (added % size) : 0;
    var first = Math.min(length, size - start);
    if (length > 0) {
      System.arraycopy(ring, start, bytes, 0, first);
      System.arraycopy(ring, 0, bytes, first, length - first);
    }
    return bytes;
  }
}
