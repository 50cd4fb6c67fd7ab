package dev.otto.cli.shell;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// One stream to write on, always in UTF-8, and whether a person sees it on a terminal.
///
/// @param terminal whether lines on it can be drawn again
/// @param color whether colours are welcome
/// @param size how big the terminal is, asked anew each time
public record Output(PrintStream stream, boolean terminal, boolean color, Size.Source size) {
  private static final int BUFFER = 16 * 1024;

  /// The stream of this process with that number.
  static Output to(FileDescriptor descriptor, int number, Map<String, String> environment) {
    var terminal = isTerminal(number) && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    var color = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    var bytes = new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER);
    return new Output(print(bytes), terminal, color, Size.of(number, environment));
  }

  /// A pipe or a file: no terminal is behind it.
  public static Output plain(OutputStream bytes) {
    return new Output(print(bytes), false, false, () -> Size.USUAL);
  }

  public void line(String text) {
    stream.print(text);
    stream.print('\n');
    stream.flush();
  }

  /// Writes a text as it is, with a line end if it has none.
  public void text(String text) {
    stream.print(text);
    if (!text.endsWith("\n")) {
      stream.print('\n');
    }
    stream.flush();
  }

  /// Whether nobody reads any more, as with `| head`.
  public boolean closed() {
    return stream.checkError();
  }

  private static PrintStream print(OutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  /// Asks the kernel what the stream is: far cheaper than [System#console].
  private static boolean isTerminal(int number) {
    try {
      var file = Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(number)));
      return file.startsWith("/dev/pts") || file.toString().startsWith("/dev/tty");
    } catch (IOException unknown) {
      return false;
    }
  }
}
