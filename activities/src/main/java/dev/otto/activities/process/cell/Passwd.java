package dev.otto.activities.process.cell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The list of users as a Cell sees it: the command's own user comes first and is at home in the
/// Cell's home. Programs that do not ask `HOME` where home is (Java is one) ask this list.
record Passwd(int user, int group) {
  static final Path PLACE = Path.of("/etc/passwd");

  byte[] with(Path home) throws IOException {
    var own = "otto:x:%d:%d:Otto:%s:/bin/sh\n".formatted(user, group, home);
    return (own + Files.readString(PLACE, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.UTF_8);
  }
}
