package dev.otto.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.otto.cli.sample.Notes;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Finding, starting and ending the server, with a program of its own in its place.
class ServersTest {
  @TempDir private Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void program() throws IOException {
    home = folder.resolve("home");
    Files.createDirectory(home);
    System.setProperty("otto.server.jar", ServerProgramJar.in(folder).toString());
  }

  @AfterEach
  void end() throws IOException {
    System.clearProperty("otto.server.jar");
    OwnerNote.living(home)
        .filter(owner -> owner.pid() != ProcessHandle.current().pid())
        .ifPresent(OtherProcess::kill);
  }

  @Test
  void a_server_is_started_and_then_found() throws IOException {
    var first = Typed.at(home).line("up");
    var second = Typed.at(home).line("up");

    assertThat(first.exit()).isZero();
    assertThat(first.out())
        .contains("Otto runs at http://127.0.0.1:")
        .contains("engine   in-process 1.38.0")
        .contains("log      " + home.resolve("logs/server.log"));
    assertThat(first.err()).isEqualTo("otto: starting the server\n");
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).isEmpty();
    assertThat(starts()).isEqualTo(1);
  }

  @Test
  void it_lives_in_a_session_of_its_own() throws IOException {
    Typed.at(home).line("up");

    var server = server();
    var fields = Files.readString(Path.of("/proc/" + server.pid() + "/stat")).split(" ", -1);
    assertThat(fields[5]).as("session").isEqualTo(Long.toString(server.pid()));
    assertThat(Files.readSymbolicLink(Path.of("/proc/" + server.pid() + "/fd/0")))
        .isEqualTo(Path.of("/dev/null"));
  }

  @Test
  void for_a_program_up_is_an_object() throws IOException {
    var up = Json.strict().readTree(Typed.at(home).line("up", "--json").out());

    assertThat(up.get("url").asText()).startsWith("http://127.0.0.1:");
    assertThat(up.get("pid").asLong()).isEqualTo(server().pid());
    assertThat(up.get("engine").asText()).isEqualTo("in-process 1.38.0");
  }

  @Test
  void two_that_need_a_server_at_once_start_one() throws IOException {
    behaves("delay=300");

    var one = CompletableFuture.supplyAsync(() -> Typed.at(home).line("up"));
    var other = CompletableFuture.supplyAsync(() -> Typed.at(home).line("up"));

    assertThat(one.join().out()).isEqualTo(other.join().out());
    assertThat(one.join().exit() + other.join().exit()).isZero();
    assertThat(server().alive()).isTrue();
  }

  @Test
  void one_that_is_just_starting_is_waited_for() throws IOException {
    behaves("delay=600");
    var first = CompletableFuture.supplyAsync(() -> Typed.at(home).line("up"));
    await().until(() -> OwnerNote.living(home).isPresent());

    assertThat(Typed.at(home).line("up").exit()).isZero();
    assertThat(first.join().exit()).isZero();
    assertThat(starts()).isEqualTo(1);
  }

  @Test
  void a_server_that_ends_at_once_is_told_with_its_last_words() throws IOException {
    behaves("broken=");

    var typed = Typed.at(home).line("up");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err().lines().toList().getLast())
        .isEqualTo(
            "otto: The server ended at once: The config is wrong. Mend config.yaml."
                + " Its log is %s.".formatted(home.resolve("logs/server.log")));
  }

  @Test
  void a_server_that_never_gets_ready_is_given_up_with_its_log() throws IOException {
    behaves("never-ready=");
    var start = new ServerStart(Typed.at(home).shell(), Duration.ofMillis(1_500));

    assertThat(refusal(start))
        .containsInstanceOf(ServerRefusal.TooSlow.class)
        .map(ServerRefusal::nextStep)
        .hasValueSatisfying(step -> assertThat(step).contains("logs/server.log"));
  }

  @Test
  void a_stopped_server_is_taken_over_by_a_new_one() throws Exception {
    Typed.at(home).line("up");
    var old = server();
    new ProcessBuilder("kill", "-STOP", Long.toString(old.pid())).start().waitFor();
    await().until(old::stopped);

    var typed = Typed.at(home).line("up");

    assertThat(typed.exit()).isZero();
    assertThat(server()).isNotEqualTo(old);
    assertThat(old.alive()).isFalse();
  }

  @Test
  void the_notes_of_a_killed_server_lead_nobody_to_a_stranger() throws IOException {
    try (var stranger = ToldServer.in(folder.resolve("elsewhere"))) {
      Notes.write(home, stranger.url(), "secret", ProcessHandle.current().pid(), "b");
      Notes.own(home, ProcessHandle.current().pid(), 1);

      Typed.at(home).line("up");

      assertThat(stranger.asked()).isEmpty();
      assertThat(starts()).isEqualTo(1);
    }
  }

  @Test
  void an_idle_server_of_another_build_is_replaced() throws IOException {
    behaves("build=older");
    Typed.at(home).line("up");
    var old = server();
    // The first command finds another build than its own, ends it and starts it again.
    behaves("runs=0");

    var typed = Typed.at(home).line("up");

    assertThat(typed.exit()).isZero();
    assertThat(old.alive()).isFalse();
    assertThat(server().alive()).isTrue();
  }

  @Test
  void a_busy_server_of_another_build_is_kept_and_one_sentence_says_so() throws IOException {
    behaves("build=older\nruns=2");
    Typed.at(home).line("up");
    var old = server();

    var typed = Typed.at(home).line("up");

    assertThat(typed.err()).contains("another build and has open runs").hasLineCount(1);
    assertThat(server()).isEqualTo(old);
  }

  @Test
  void down_ends_the_server_and_says_which() throws IOException {
    Typed.at(home).line("up");
    var server = server();

    var typed = Typed.at(home).line("down");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).isEqualTo("Stopped the server (process %d).\n".formatted(server.pid()));
    assertThat(server.alive()).isFalse();
  }

  @Test
  void down_without_a_server_is_done() {
    var typed = Typed.at(home).line("down");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).isEqualTo("No server runs for %s.\n".formatted(home));
  }

  @Test
  void down_ends_one_that_is_just_starting() throws Exception {
    behaves("delay=60000");
    var program = ServerProgram.named();
    program.start(home, ServerLog.of(home).prepared(), System.getenv("PATH"));
    await().until(() -> OwnerNote.living(home).isPresent());
    var server = server();

    assertThat(Typed.at(home).line("down").exit()).isZero();
    assertThat(server.alive()).isFalse();
  }

  @Test
  void down_wakes_a_stopped_server_so_that_it_ends_in_order() throws Exception {
    Typed.at(home).line("up");
    var server = server();
    new ProcessBuilder("kill", "-STOP", Long.toString(server.pid())).start().waitFor();
    await().until(server::stopped);

    var typed = Typed.at(home).line("down");

    assertThat(typed.out()).hasLineCount(1);
    assertThat(server.alive()).isFalse();
    assertThat(home.resolve("server.json")).as("ended by itself").doesNotExist();
  }

  @Test
  void a_stubborn_server_is_killed() throws IOException {
    behaves("stubborn=");
    Typed.at(home).line("up");
    var server = server();

    var stopped =
        new ServerStop(Typed.at(home).shell(), Duration.ofMillis(600)).stop().orElseThrow();

    assertThat(stopped).isEqualTo(new ServerStop.Stopped(server.pid(), true));
    assertThat(server.alive()).isFalse();
  }

  /// W-08
  @Test
  void a_process_that_got_the_pid_of_a_dead_server_is_left_alone() throws IOException {
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Notes.write(home, "http://127.0.0.1:1", "t", stranger.pid(), "b");
      Notes.own(home, stranger.pid(), Notes.startTicks(stranger.pid()) - 1);

      assertThat(Typed.at(home).line("down").out()).startsWith("No server runs");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  private OtherProcess server() {
    return OwnerNote.living(home).orElseThrow();
  }

  private void behaves(String how) throws IOException {
    Files.writeString(home.resolve("behaviour"), how + "\n");
  }

  private long starts() throws IOException {
    try (var lines = Files.lines(home.resolve("starts"))) {
      return lines.filter("up"::equals).count();
    }
  }

  private static Optional<ServerRefusal> refusal(ServerStart start) {
    try {
      start.ready();
      return Optional.empty();
    } catch (Refused refused) {
      return Optional.of((ServerRefusal) refused.refusal());
    }
  }
}
