package dev.otto.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Guards W-08: a process is its pid and its start, and a zombie is dead.
class OtherProcessTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private final Children children = new Children();

  @AfterEach
  void end() {
    children.close();
  }

  @Test
  void a_zombie_is_dead_W_08() {
    var zombie = children.zombie();

    assertThat(ProcessHandle.of(zombie)).map(ProcessHandle::isAlive).contains(true);
    assertThat(OtherProcess.of(zombie)).isEmpty();
  }

  @Test
  void another_process_with_the_same_pid_is_not_touched_W_08() {
    var sleeping = children.sleeping();
    var former = new OtherProcess(sleeping.pid(), sleeping.startTicks() - 1);

    former.kill();

    assertThat(former.alive()).isFalse();
    assertThat(sleeping.goneWithin(Duration.ofMillis(200))).isFalse();
  }

  @Test
  void a_stopped_process_lives_and_can_be_ended() {
    var sleeping = children.sleeping();
    Children.signal("STOP", sleeping.pid());
    assertThat(Waiting.until(sleeping::stopped, SOON)).isTrue();
    assertThat(sleeping.alive()).isTrue();

    sleeping.kill();

    assertThat(sleeping.goneWithin(SOON)).isTrue();
  }

  @Test
  void it_knows_its_command_and_its_folder() {
    var sleeping = children.sleeping();

    assertThat(sleeping.command()).containsExactly("sleep", "60");
    assertThat(sleeping.folder()).contains(Path.of("").toAbsolutePath());
    assertThat(new Residents(Path.of("").toAbsolutePath()).living()).contains(sleeping);
  }
}
