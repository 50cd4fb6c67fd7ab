package dev.otto.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Refusal.Refused;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.Children;
import dev.otto.standalone.process.OtherJvm;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may serve a home. Guards W-07 and W-08: an owner is one process of one boot, and it is ended
/// only if it is that.
class TakeOverTest {
  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void prepare() {
    home = new Home(folder.resolve("a home")).prepared();
  }

  @Test
  void a_free_home_is_taken_and_given_back() {
    try (var lock = takeOver().lock()) {
      assertThat(Owner.read(home)).contains(lock.owner());
      assertThat(lock.owner().alive()).isTrue();
      assertThat(lock.owner().stopped()).isFalse();
    }

    assertThat(Owner.read(home)).isEmpty();
    takeOver().lock().close();
  }

  @Test
  void a_second_server_is_refused_while_the_first_answers() {
    try (var first = OtherJvm.running(SmallServer.class, home.folder())) {
      assertThatThrownBy(takeOver()::lock)
          .isInstanceOf(Refused.class)
          .hasMessageMatching(
              "A server \\(process %d\\) already serves .* at http://127.*"
                  .formatted(first.mark().pid()));
      assertThat(first.mark().alive()).isTrue();
      assertThat(ServerFile.read(home)).map(ServerFile::pid).contains(first.mark().pid());
    }
  }

  @Test
  void a_second_server_is_refused_while_the_first_is_starting() {
    try (var first = OtherJvm.running(SmallServer.class, home.folder(), "silent")) {
      assertThatThrownBy(takeOver()::lock)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("just starting");
      assertThat(first.mark().alive()).isTrue();
    }
  }

  @Test
  void an_owner_that_never_gets_ready_is_ended() {
    try (var first = OtherJvm.running(SmallServer.class, home.folder(), "silent")) {
      var mark = first.mark();

      try (var lock = new TakeOver(home, HttpPulse.at("/health"), Duration.ZERO).lock()) {
        assertThat(mark.alive()).isFalse();
        assertThat(Owner.read(home)).contains(lock.owner());
      }
    }
  }

  @Test
  void a_stopped_owner_is_ended_and_replaced_W_07() {
    try (var first = OtherJvm.running(SmallServer.class, home.folder())) {
      var mark = first.mark();
      Children.signal("STOP", mark.pid());

      try (var lock = takeOver().lock()) {
        assertThat(mark.alive()).isFalse();
        assertThat(Owner.read(home)).contains(lock.owner());
        assertThat(ServerFile.read(home)).isEmpty();
      }
    }
  }

  @Test
  void a_killed_owner_is_replaced_at_once() {
    var first = OtherJvm.running(SmallServer.class, home.folder());
    first.kill();

    try (var lock = takeOver().lock()) {
      assertThat(Owner.read(home)).contains(lock.owner());
      assertThat(ServerFile.read(home)).isEmpty();
    }
  }

  @Test
  void another_process_with_the_pid_of_a_former_owner_is_left_alone_W_08() {
    try (var children = new Children()) {
      var other = children.sleeping();
      var now = Owner.current(Instant.now());
      var formerStart = new Owner(other.pid(), other.startTicks() - 1, now.bootId(), now.since());
      var formerBoot = new Owner(other.pid(), other.startTicks(), "another boot", now.since());

      assertThat(formerStart.alive()).isFalse();
      assertThat(formerBoot.alive()).isFalse();
      assertThat(formerStart.endedWithin(Duration.ofMillis(100))).isTrue();
      assertThat(formerBoot.endedWithin(Duration.ofMillis(100))).isTrue();
      assertThat(other.alive()).isTrue();
    }
  }

  @Test
  void a_server_tells_where_it_answers_until_it_ends() {
    var mine = ServerFile.of(home, URI.create("http://127.0.0.1:4600/"), "in-process", "abc");
    mine.write(home);
    assertThat(ServerFile.read(home)).contains(mine);

    var other = new ServerFile(mine.url(), mine.tokenFile(), mine.pid() + 1, "dev-server", "abc");
    other.write(home);
    mine.remove(home);
    assertThat(ServerFile.read(home)).contains(other);

    other.remove(home);
    assertThat(ServerFile.read(home)).isEmpty();
  }

  private TakeOver takeOver() {
    return new TakeOver(home, HttpPulse.at("/health"));
  }
}
