package dev.otto.api.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs are read below their folder and nowhere else (S-5).
class CallLogsTest {
  @TempDir private Path place;
  private Path folder;
  private Path secret;
  private CallLogs logs;

  @BeforeEach
  void lay() throws IOException {
    folder = Files.createDirectories(place.resolve("logs"));
    secret = Files.createDirectories(place.resolve("elsewhere"));
    Files.writeString(secret.resolve("stdout.log"), "secret");
    logs = new CallLogs(folder);
  }

  @Test
  void what_was_said_counts_more_than_what_the_program_wrote() throws IOException {
    var call = call("run/c1-1", "raw");
    assertThat(read(call, 0, 100)).isEqualTo("raw");

    Files.writeString(Path.of(call, "said.log"), "in words");

    assertThat(read(call, 0, 100)).isEqualTo("in words");
  }

  @Test
  void a_log_is_read_from_there_on_and_no_longer_than_asked() throws IOException {
    var call = call("run/c1-1", "one two three");

    assertThat(read(call, 0, 100)).isEqualTo("one two three");
    assertThat(read(call, 4, 3)).isEqualTo("two");
    assertThat(read(call, 13, 100)).isEmpty();
    assertThat(read(call, 1L << 40, 100)).as("far behind its end").isEmpty();
    assertThat(logs.size(call)).isEqualTo(13);
  }

  @Test
  void where_nothing_was_said_yet_there_is_nothing() {
    var call = folder.resolve("run/c1-1").toString();

    assertThat(read(call, 0, 100)).isEmpty();
    assertThat(logs.size(call)).isZero();
  }

  @Test
  void what_lies_elsewhere_is_not_read() {
    assertThat(read(secret.toString(), 0, 100)).isEmpty();
    assertThat(read(folder + "/../elsewhere", 0, 100)).isEmpty();
  }

  @Test
  void a_link_out_of_the_folder_leads_nowhere() throws IOException {
    Files.createSymbolicLink(folder.resolve("c1-1"), secret);
    var call = Files.createDirectory(folder.resolve("c2-1"));
    Files.createSymbolicLink(call.resolve("stdout.log"), secret.resolve("stdout.log"));

    assertThat(read(folder.resolve("c1-1").toString(), 0, 100)).isEmpty();
    assertThat(read(call.toString(), 0, 100)).isEmpty();
    assertThat(logs.size(call.toString())).isZero();
  }

  @Test
  void a_home_behind_a_link_is_still_the_home() throws IOException {
    var call = call("run/c1-1", "said");
    var link = Files.createSymbolicLink(place.resolve("home"), folder);

    var behind = new CallLogs(link);

    assertThat(new String(behind.read(call, 0, 100), StandardCharsets.UTF_8)).isEqualTo("said");
    assertThat(read(link.resolve("run/c1-1").toString(), 0, 100)).isEqualTo("said");
  }

  /// What was a folder or a file when its name was resolved may be a link when it is opened.
  @Test
  void a_link_that_appears_after_the_look_is_not_followed() throws IOException {
    Files.createSymbolicLink(folder.resolve("c1-1"), secret);
    var call = Files.createDirectory(folder.resolve("c2-1"));
    Files.createSymbolicLink(call.resolve("stdout.log"), secret.resolve("stdout.log"));

    for (var below : new String[] {"c1-1/stdout.log", "c2-1/stdout.log"}) {
      assertThatThrownBy(() -> CallLogs.opened(folder, Path.of(below)))
          .as(below)
          .isInstanceOf(IOException.class);
    }
  }

  private String call(String name, String said) throws IOException {
    var call = Files.createDirectories(folder.resolve(name));
    Files.writeString(call.resolve("stdout.log"), said);
    return call.toString();
  }

  private String read(String call, long from, int limit) {
    return new String(logs.read(call, from, limit), StandardCharsets.UTF_8);
  }
}
