package dev.otto.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.otto.standalone.process.Program.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramStarterTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private final ProgramStarter starter = ProgramStarters.here();
  @TempDir Path folder;

  @Test
  void a_program_gets_a_small_environment_and_none_of_ours_W_20() throws IOException {
    starter.run(program(Ending.OUTLIVES_US, "env"));

    assertThat(Files.readAllLines(log()))
        .allMatch(line -> line.matches("(PATH|HOME|LC_ALL|TZ)=.*"))
        .hasSize(4);
  }

  @Test
  void a_program_has_a_session_of_its_own_W_09() {
    var process = starter.start(program(Ending.OUTLIVES_US, "sleep", "60"));
    try {
      var mark = OtherProcess.of(process.pid()).orElseThrow();

      assertThat(Waiting.until(() -> mark.command().equals(List.of("sleep", "60")), SOON)).isTrue();
      assertThat(session(process.pid())).isEqualTo(process.pid());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void what_ends_with_us_is_killed_with_us_and_what_outlives_us_is_not_W_07() {
    assumeTrue(starter.works("setpriv", "--pdeathsig", "KILL"), "setpriv is not there");
    var otto = OtherJvm.running(ProgramHolder.class, folder);
    var engine = started(otto, Ending.WITH_US);
    var database = started(otto, Ending.OUTLIVES_US);
    try {
      otto.kill();

      assertThat(engine.goneWithin(SOON)).isTrue();
      assertThat(database.goneWithin(Duration.ofMillis(300))).isFalse();
    } finally {
      database.kill();
    }
  }

  @Test
  void what_programs_say_is_appended_and_a_long_log_is_put_aside() throws IOException {
    starter.run(program(Ending.OUTLIVES_US, "echo", "one"));
    var before = new LogFile(log()).length();
    starter.run(program(Ending.OUTLIVES_US, "echo", "two"));

    assertThat(Files.readAllLines(log())).containsExactly("one", "two");
    assertThat(new LogFile(log()).linesSince(before)).containsExactly("two");

    Files.write(log(), new byte[11 << 20]);
    starter.run(program(Ending.OUTLIVES_US, "echo", "three"));

    assertThat(Files.readAllLines(log())).containsExactly("three");
    assertThat(folder.resolve("log.1")).hasSize(11 << 20);
  }

  @Test
  void a_program_that_is_not_there_works_for_nobody() {
    assertThat(starter.works("no-such-program")).isFalse();
    assertThat(starter.works("env")).isTrue();
  }

  private static OtherProcess started(OtherJvm otto, Ending ending) {
    return otto.said().stream()
        .filter(line -> line.startsWith(ending.name()))
        .map(line -> Long.parseLong(line.substring(ending.name().length() + 1)))
        .flatMap(pid -> OtherProcess.of(pid).stream())
        .findFirst()
        .orElseThrow();
  }

  private Program program(Ending ending, String... command) {
    return new Program(List.of(command), folder, log(), ending);
  }

  private Path log() {
    return folder.resolve("log");
  }

  private static long session(long pid) {
    try {
      var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return Long.parseLong(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[3]);
    } catch (IOException gone) {
      return 0;
    }
  }
}
