package dev.otto.activities.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaperTest {
  @TempDir Path folder;

  @Test
  void what_an_earlier_server_left_is_ended_and_others_are_left_alone__W_07() throws IOException {
    var playground = new Playground(folder);
    var neighbour = new Playground(folder.resolve("neighbour"));
    var left = leave(playground, "(setsid sh -c 'touch left; exec sleep 314' &) ; exec sleep 315");
    var others = leave(neighbour, "touch left; exec sleep 316");
    playground.awaitFile("left");
    neighbour.awaitFile("left");

    var reaped = new Reaper().reap(List.of(), playground.marker::equals);

    assertThat(reaped.ended()).contains(left).hasSize(2);
    assertThat(reaped.left()).isEmpty();
    assertThat(playground.marked()).isEmpty();
    assertThat(others.alive()).isTrue();
    assertThat(others.endTree()).isTrue();
  }

  @Test
  void a_known_process_is_ended_with_its_tree_though_it_has_no_marker() throws IOException {
    var process =
        new ProcessStarter()
            .start(
                new ProcessBuilder("sh", "-c", "sleep 317 & touch left; wait")
                    .directory(folder.toFile()));
    new Playground(folder).awaitFile("left");
    var known = ProcessIdentity.of(process.pid()).orElseThrow();

    var reaped = new Reaper().reap(List.of(known), _ -> false);

    assertThat(reaped.ended()).contains(known).hasSize(2);
    assertThat(reaped.left()).isEmpty();
  }

  @Test
  void a_known_process_that_has_ended_is_nobody_now() {
    var own = ProcessIdentity.own();
    var earlier = new ProcessIdentity(own.pid(), own.startTicks() - 1);

    assertThat(new Reaper().reap(List.of(earlier), _ -> false))
        .isEqualTo(new Reaper.Reaped(List.of(), List.of()));
  }

  /// Starts a command that no [Child] watches, as if the JVM that did had died.
  private static ProcessIdentity leave(Playground playground, String script) throws IOException {
    Files.createDirectories(playground.folder);
    var surroundings = playground.surroundings(playground.shell(script));
    var builder = new ProcessBuilder(surroundings.words()).directory(playground.folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(surroundings.environment());
    return ProcessIdentity.of(playground.starter.start(builder).pid()).orElseThrow();
  }
}
