package dev.otto.activities.git;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Git's lists of names, divided by NUL. Git's names are bytes: a byte that is not UTF-8 is carried
/// as a lone surrogate, so that what is read can be written again unchanged.
final class GitNames {
  private static final char ESCAPE = '\udc00';

  private GitNames() {}

  static List<String> read(byte[] bytes) {
    var names = new ArrayList<String>();
    var start = 0;
    for (var at = 0; at < bytes.length; at++) {
      if (bytes[at] == 0) {
        names.add(decoded(bytes, start, at));
        start = at + 1;
      }
    }
    if (start < bytes.length) {
      names.add(decoded(bytes, start, bytes.length));
    }
    return names;
  }

  /// The names as git reads them with `-z`.
  static byte[] written(List<String> names) {
    var bytes = new ByteArrayOutputStream();
    for (var name : names) {
      bytes.writeBytes(encoded(name));
      bytes.write(0);
    }
    return bytes.toByteArray();
  }

  /// The name for people and for JSON, where no lone surrogate may stand.
  static String shown(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static List<String> shown(List<String> names) {
    return names.stream().map(GitNames::shown).toList();
  }

  private static String decoded(byte[] bytes, int from, int to) {
    var whole = ByteBuffer.wrap(bytes, from, to - from);
    var text = new StringBuilder();
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var room = CharBuffer.allocate(to - from + 1);
    while (true) {
      var result = decoder.reset().decode(whole, room, true);
      text.append(room.flip());
      room.clear();
      if (result.isUnderflow()) {
        return text.toString();
      }
      for (var count = result.length(); count > 0; count--) {
        text.append((char) (ESCAPE + (whole.get() & 0xff)));
      }
    }
  }

  private static byte[] encoded(String name) {
    var bytes = new ByteArrayOutputStream();
    name.codePoints()
        .forEach(point -> {
          if (point >= ESCAPE + 0x80 && point <= ESCAPE + 0xff) {
            bytes.write(point - ESCAPE);
          } else {
            bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
          }
        });
    return bytes.toByteArray();
  }
}
