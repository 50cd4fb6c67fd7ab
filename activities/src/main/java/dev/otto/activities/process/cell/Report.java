package dev.otto.activities.process.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What bubblewrap tells about a Cell while it stands, one line of JSON each: the host's number of
/// the Cell's first process, and in the end the command's exit code, which is only there if the
/// command ran.
record Report(Path file) {
  private static final Pattern FIRST = Pattern.compile("\"child-pid\": ?(\\d+)");
  private static final Pattern EXIT = Pattern.compile("\"exit-code\": ?\\d+");

  OptionalLong firstProcess() {
    var found = FIRST.matcher(text());
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }

  boolean commandRan() {
    return EXIT.matcher(text()).find();
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException notYet) {
      return "";
    }
  }
}
