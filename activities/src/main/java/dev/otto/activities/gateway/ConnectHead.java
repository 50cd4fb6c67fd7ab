package dev.otto.activities.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a program says to a proxy before its bytes are carried: read to its empty line and not one
/// byte further, for what follows is not Otto's.
record ConnectHead(String text) {
  private static final Pattern CONNECT =
      Pattern.compile("CONNECT ([^ :]+):(\\d{1,5}) HTTP/1\\.[01]");
  private static final int LONGEST = 16 << 10;
  private static final int LAST_PORT = 65_535;
  private static final int MOST_OF_A_TARGET = 200;

  /// Where a program wants to be joined with.
  record Target(String host, int port) {}

  static ConnectHead read(SocketChannel guest) throws IOException {
    var read = new ByteArrayOutputStream();
    var one = ByteBuffer.allocate(1);
    var newLines = 0;
    while (newLines < 2 && read.size() < LONGEST) {
      if (guest.read(one.clear()) < 0) {
        throw new IOException("it said nothing whole");
      }
      var sign = one.get(0);
      newLines = sign == '\n' ? newLines + 1 : sign == '\r' ? newLines : 0;
      read.write(sign);
    }
    return new ConnectHead(read.toString(StandardCharsets.ISO_8859_1));
  }

  /// Whether it speaks to a proxy as such.
  boolean isConnect() {
    return text.startsWith("CONNECT ");
  }

  /// Where to, if it is a `CONNECT` that can be understood.
  Optional<Target> target() {
    var words = CONNECT.matcher(firstLine());
    return words.matches() && Integer.parseInt(words.group(2)) <= LAST_PORT
        ? Optional.of(new Target(words.group(1), Integer.parseInt(words.group(2))))
        : Optional.empty();
  }

  /// What was asked for, for the record: host and port, or whatever stands there.
  String asked() {
    var words = firstLine().split(" ", -1);
    var word = words.length > 1 ? words[1] : "";
    return word.substring(0, Math.min(word.length(), MOST_OF_A_TARGET));
  }

  /// The value of the header of that name.
  Optional<String> header(String name) {
    return text.lines()
        .map(line -> line.split(":", 2))
        .filter(parts -> parts.length == 2 && parts[0].equalsIgnoreCase(name))
        .map(parts -> parts[1].strip())
        .findFirst();
  }

  private String firstLine() {
    return text.lines().findFirst().orElse("");
  }
}
