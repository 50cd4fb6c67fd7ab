package dev.otto.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.Mounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real server on a machine that is not as it should be: it begins all the same, or says in one
/// sentence why not and what to do.
@Tag("slow")
class StartWeatherTest {
  private static final Map<String, String> IN_PROCESS = Map.of("OTTO_ENGINE", "in-process");
  @TempDir Path folder;

  @Test
  void a_port_that_is_taken_is_left_to_who_has_it() throws IOException {
    var home = new Home(folder.resolve("h")).prepared();
    var port = home.port("api").number();
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      var server = ServerProcess.start(home, IN_PROCESS, log().toFile());
      try {
        assertThat(server.ready().url().getPort()).isNotEqualTo(port);
        assertThat(log()).content().contains("api port moved: " + port);
      } finally {
        server.end();
      }
    }
  }

  @Test
  void a_home_that_cannot_be_written_is_refused() throws Exception {
    try (var mounts = Mounts.here(folder)) {
      var home = new Home(folder.resolve("h")).prepared();
      mounts.readOnly(home.folder());

      assertThat(refusal(home.folder(), List.of()))
          .contains("cannot be made or written. Name another folder with OTTO_HOME.");
    }
  }

  @Test
  void a_home_without_room_is_refused() throws Exception {
    try (var mounts = Mounts.here(folder)) {
      var home = mounts.small(folder.resolve("h"), 16);

      assertThat(refusal(home, List.of()))
          .matches("(?s).*Only 1\\d MiB are free.*Make room, and start again.*");
    }
  }

  @Test
  void too_few_files_are_refused() throws Exception {
    assertThat(refusal(folder.resolve("h"), List.of("prlimit", "--nofile=512:512")))
        .contains("allows Otto 512 open files; it needs 1024. Raise it (`ulimit -n 1024`)");
  }

  private String refusal(Path home, List<String> before) throws Exception {
    var words = new ArrayList<>(before);
    words.addAll(ServerProcess.words());
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("OTTO_HOME", home.toString());
    var process = builder.redirectOutput(log().toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
      assertThat(process.exitValue()).isEqualTo(2);
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(log());
  }

  private Path log() {
    return folder.resolve("server.log");
  }
}
