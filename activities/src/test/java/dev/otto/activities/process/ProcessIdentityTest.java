package dev.otto.activities.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {
  @TempDir Path folder;
  private final ProcessStarter starter = new ProcessStarter();

  @Test
  void this_jvm_is_alive() {
    assertThat(ProcessIdentity.own().alive()).isTrue();
    assertThat(ProcessIdentity.of(ProcessHandle.current().pid())).contains(ProcessIdentity.own());
  }

  @Test
  void a_number_that_was_given_out_again_is_another_process() {
    var own = ProcessIdentity.own();
    var earlier = new ProcessIdentity(own.pid(), own.startTicks() - 1);

    assertThat(earlier.alive()).isFalse();
    assertThat(earlier.end()).isTrue();
    assertThat(earlier.endTree()).isTrue();
    assertThat(own.alive()).isTrue();
  }

  @Test
  void a_zombie_is_not_alive() throws IOException {
    var parent = starter.start(new ProcessBuilder("sh", "-c", "sh -c 'exit 0' & exec sleep 60"));
    try {
      var zombie =
          await()
              .until(
                  () ->
                      ProcessTable.entry(parent.pid()).stream()
                          .flatMap(_ -> children(parent.pid()).stream())
                          .toList(),
                  found -> found.size() == 1 && !found.getFirst().alive())
              .getFirst();

      assertThat(ProcessTable.entry(zombie.pid()))
          .hasValueSatisfying(entry -> assertThat(entry.state()).isEqualTo('Z'));
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void a_tree_ends_with_its_identity_alone__W_08() throws IOException {
    var process =
        starter.start(
            new ProcessBuilder("setsid", "sh", "-c", "sleep 311 & (sleep 312 &) ; sleep 313"));
    var root = ProcessIdentity.of(process.pid()).orElseThrow();
    var tree = new SessionTree(root, Optional.empty());
    await().until(() -> tree.members().size() == 4);
    var members = tree.members();

    assertThat(root.endTree()).isTrue();

    assertThat(members).hasSize(4).noneMatch(ProcessIdentity::alive);
  }

  @Test
  void a_name_full_of_brackets_and_spaces_is_read_past() {
    var entry =
        ProcessTable.Entry.of(
            "42 (a) S (b) c) R 1 40 39 0 -1 0 0 0 0 0 1 2 3 4 20 0 7 0 123456 0 0 0");

    assertThat(entry).isEqualTo(new ProcessTable.Entry(42, 'R', 1, 40, 39, 10, 7, 123456));
  }

  @Test
  void a_zombie_whose_other_threads_still_run_is_alive() {
    assertThat(new ProcessTable.Entry(42, 'Z', 1, 40, 39, 10, 2, 123456).running()).isTrue();
    assertThat(new ProcessTable.Entry(42, 'Z', 1, 40, 39, 10, 1, 123456).running()).isFalse();
  }

  private static List<ProcessIdentity> children(long parent) {
    return ProcessHandle.of(parent).stream()
        .flatMap(ProcessHandle::children)
        .flatMap(child -> ProcessIdentity.of(child.pid()).stream())
        .toList();
  }
}
