package dev.otto.activities.process.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;
import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.Program;
import dev.otto.activities.process.Programs;
import dev.otto.model.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the walls keep in and out.
class WallsTest {
  @TempDir Path folder;

  @Test
  void all_walls_are_found_standing() {
    var walls = new Yard(folder, Sandbox.REQUIRED).cells.walls();

    assertThat(walls).isEqualTo(new Walls(true, true, true, true, ""));
  }

  @Test
  void walls_that_are_switched_off_do_not_stand_and_say_so() {
    var walls = new Yard(folder, Sandbox.OFF).cells.walls();

    assertThat(walls).isEqualTo(Walls.none("the sandbox is switched off"));
    assertThat(walls.missing()).containsExactly("processes", "network", "files", "users");
  }

  @Test
  void without_bubblewrap_a_required_sandbox_refuses_and_a_preferred_one_goes_on__S_6() {
    var yard = new Yard(folder, Sandbox.OFF);
    var absent = Optional.of(folder.resolve("no-bwrap"));

    var required = cells(yard, Sandbox.REQUIRED, absent);
    var preferred = cells(yard, Sandbox.PREFERRED, absent);

    assertThatThrownBy(() -> required.run(yard.plan(), yard.shell("true")))
        .isInstanceOfSatisfying(
            Refusal.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo("cell-walls-missing"))
        .hasMessageContaining("bubblewrap is not installed");
    assertThat(preferred.run(yard.plan(), yard.shell("true")).well()).isTrue();
  }

  @Test
  void a_bubblewrap_that_cannot_put_up_walls_is_found_out() {
    var yard = new Yard(folder, Sandbox.OFF);
    var broken =
        Yard.written(folder.resolve("bwrap"), "#!/bin/sh\necho 'bwrap: no way' >&2; exit 1\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();

    var walls = cells(yard, Sandbox.PREFERRED, Optional.of(broken)).walls();

    assertThat(walls).isEqualTo(Walls.none("bwrap: no way"));
  }

  @Test
  void a_bubblewrap_that_only_pretends_is_found_out() {
    var yard = new Yard(folder, Sandbox.OFF);
    var liar =
        Yard.written(
            folder.resolve("bwrap"),
            """
            #!/bin/sh
            while [ "$1" != -- ]; do shift; done; shift
            echo '{ "child-pid": 1 }' >&9; "$@"; echo '{ "exit-code": 0 }' >&9
            """);
    assertThat(liar.toFile().setExecutable(true)).isTrue();

    var walls = cells(yard, Sandbox.PREFERRED, Optional.of(liar)).walls();

    assertThat(walls)
        .isEqualTo(Walls.none("bubblewrap started, but from inside they were not there"));
  }

  @Test
  void a_cell_has_no_network_but_its_own_loopback__S_7() throws IOException {
    var walled = new Yard(folder.resolve("walled"), Sandbox.REQUIRED);
    var open = new Yard(folder.resolve("open"), Sandbox.OFF);
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var connect =
          "exec bash -c ': < /dev/tcp/127.0.0.1/%d' 2>&1".formatted(server.getLocalPort());

      assertThat(walled.said("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '"))
          .isEqualTo("lo\n");
      assertThat(walled.run(connect).well()).isFalse();
      assertThat(open.run(connect).well()).isTrue();
    }
  }

  @Test
  void a_cell_with_the_hosts_network_reaches_the_host() throws IOException {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var connect =
          yard.shell("exec bash -c ': < /dev/tcp/127.0.0.1/%d'".formatted(server.getLocalPort()));

      assertThat(yard.cells.run(yard.plan().withNetwork(Network.HOST), connect).well()).isTrue();
      assertThat(yard.cells.run(yard.plan(), connect).well()).isFalse();
    }
  }

  @Test
  void sockets_of_the_host_cannot_be_reached__S_7() throws IOException {
    var yard = new Yard(folder, Sandbox.REQUIRED);

    assertThat(
            yard.said(
                "ls -A /run /var/run/ /root /home 2>&1; test -e /var/run/docker.sock || echo none"))
        .contains("none")
        .doesNotContain("docker.sock", "dbus", ".ssh");
  }

  @Test
  void only_what_was_given_can_be_changed() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var outside = Yard.written(folder.resolve("outside/file"), "before");

    var outcome =
        yard.run(
            """
            for place in / /usr /etc /etc/ssh /var /var/log /opt /run /root /home /sys /proc/sys %s; do
              (: > $place/written-by-a-cell) 2>&1 && echo "changed $place"
            done
            mount -o remount,rw / 2>&1 && echo "remounted"
            mount -o remount,bind,rw / 2>&1 && echo "remounted"
            umount /run 2>&1 && echo "unmounted"
            echo changed > inside
            """
                .formatted(outside.getParent()));

    assertThat(outcome.out().file())
        .content()
        .doesNotContain("changed /", "remounted", "unmounted");
    assertThat(yard.worktree.resolve("inside")).hasContent("changed\n");
    assertThat(Path.of("/usr/written-by-a-cell")).doesNotExist();
    assertThat(outside).hasContent("before");
  }

  @Test
  void otto_and_the_people_of_this_host_cannot_be_read() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var secrets =
        List.of(
            Yard.written(yard.otto.resolve("contents/ab/cd"), "canary-of-otto"),
            Yard.written(yard.otto.resolve("token"), "canary-of-otto"),
            Yard.written(yard.otto.resolve("other-run/worktree/file"), "canary-of-otto"),
            Yard.written(folder.resolve("elsewhere-in-tmp"), "canary-of-otto"));

    for (var secret : secrets) {
      assertThat(yard.said("cat '%s' 2>&1".formatted(secret))).doesNotContain("canary");
    }
    assertThat(yard.said("grep -rs canary-of-otto '%s' /tmp | cat".formatted(yard.otto))).isEmpty();
    var people =
        "cat /etc/shadow; ls -A '%s'; ls -A /home".formatted(System.getProperty("user.home"));
    assertThat(yard.said(people)).isEmpty();
  }

  @Test
  void what_hides_among_the_given_can_be_read_but_not_changed() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var shared = folder.resolve("shared");
    Yard.written(shared.resolve("file"), "shared");
    var plan = yard.plan().with(Mount.readOnly(shared));

    assertThat(
            yard.said(
                plan, "cat '%1$s/file'; (: > '%1$s/file') || rm -f '%1$s/file'".formatted(shared)))
        .isEqualTo("shared");
    assertThat(shared.resolve("file")).hasContent("shared");
  }

  @Test
  void a_program_of_ottos_own_can_be_put_behind_the_walls() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var secret = Yard.written(yard.otto.resolve("token"), "canary");
    var readable = Yard.made(folder.resolve("readable"));
    var look =
        "cat %s; touch %s/x %s/y; tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '; exit 3"
            .formatted(secret, readable, yard.worktree);
    var program =
        new Program(
            List.of("/bin/sh", "-c", look),
            Map.of(),
            Path.of("/"),
            new Program.Source.Nothing(),
            new Program.Sink.Kept(1000),
            false);

    var walled = yard.cells.around(program, List.of(readable), List.of(yard.worktree));
    var ended = new Programs(new ProcessStarter()).run(walled);

    assertThat(new String(ended.output(), StandardCharsets.UTF_8)).isEqualTo("lo\n");
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(readable).isEmptyDirectory();
    assertThat(yard.worktree.resolve("y")).exists();
    var open = new Yard(folder, Sandbox.OFF);
    assertThat(open.cells.around(program, List.of(), List.of())).isEqualTo(program);
  }

  @Test
  void files_and_folders_of_a_repository_can_be_hidden_from_the_command() throws IOException {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    Yard.written(yard.worktree.resolve(".env"), "KEY=1");
    Yard.written(yard.worktree.resolve(".claude/settings.json"), "{}");
    var plan =
        yard.plan()
            .with(
                Mount.hidden(yard.worktree.resolve(".env")),
                Mount.hidden(yard.worktree.resolve(".claude")),
                Mount.hidden(yard.worktree.resolve(".codex")));

    var said =
        yard.said(
            plan, "cat .env; ls -A .claude; (echo x > .env) 2>&1; (echo x > .claude/y) 2>&1; true");

    assertThat(said).doesNotContain("KEY", "settings");
    assertThat(yard.worktree.resolve(".env")).hasContent("KEY=1");
    assertThat(yard.worktree.resolve(".claude")).isDirectoryNotContaining("glob:**/y");
    assertThat(yard.worktree.resolve(".codex")).doesNotExist();
  }

  @Test
  void a_link_out_of_the_worktree_is_not_followed() throws IOException {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var secret = Yard.written(folder.resolve("people/key"), "canary");
    Files.createSymbolicLink(yard.worktree.resolve(".git"), secret);
    var plan = yard.plan().with(Mount.readOnly(yard.worktree.resolve(".git")));

    assertThatThrownBy(() -> yard.cells.run(plan, yard.shell("cat .git")))
        .isInstanceOfSatisfying(
            Refusal.Refused.class,
            refused ->
                assertThat(refused.refusal())
                    .isEqualTo(new CellRefusal.LinkedAway(yard.worktree.resolve(".git"))));
  }

  @Test
  void walls_that_cannot_be_put_up_are_no_exit_of_the_command() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var missing = folder.resolve("missing");

    var outcome = yard.cells.run(yard.plan().with(Mount.readOnly(missing)), yard.shell("exit 0"));

    assertThat(outcome.ending())
        .isEqualTo(
            new Ending.NeverRan(
                "bwrap: Can't find source path %s: No such file or directory".formatted(missing)));
  }

  @Test
  void a_command_cannot_pretend_that_it_never_ran() {
    var yard = new Yard(folder, Sandbox.REQUIRED);

    var outcome = yard.run("echo \"bwrap: Can't find source path /x\" >&2; exit 1");

    assertThat(outcome.ending()).isEqualTo(new Ending.Exited(new Exit.Code(1)));
  }

  @Test
  void variables_of_the_command_steer_nothing_that_is_still_outside() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var plan =
        yard.plan()
            .withEnvironment(
                Map.of("LD_PRELOAD", "/x.so", "SHELLOPTS", "xtrace", "PATH", "/evil:/usr/bin:/bin"))
            .withSecrets(Map.of("MODEL_KEY", "hush"));
    var cell = yard.start(plan, yard.shell("touch ready; sleep 411"));
    yard.awaitFile("ready");

    assertThat(Yard.environment(cell.identity().pid()))
        .contains("OTTO_CELL=" + yard.name, "MODEL_KEY=hush")
        .noneMatch(one -> one.matches("(LD_PRELOAD|SHELLOPTS|PATH)=.*"));

    cell.end("seen");
    assertThat(cell.outcome().survivors()).isEmpty();
    assertThatThrownBy(() -> yard.plan().withSecrets(Map.of("LD_PRELOAD", "/x.so")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void programs_that_ask_the_list_of_users_find_the_cells_home() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var java = Path.of(System.getProperty("java.home"), "bin/java");
    var settings = yard.plan().with(Mount.readOnly(Path.of(System.getProperty("java.home"))));

    assertThat(yard.said("whoami; cd ~root; pwd; eval cd ~otto; pwd"))
        .isEqualTo("otto\n/root\n%s\n".formatted(yard.plan().home()));
    assertThat(
            yard.said(settings, java + " -XshowSettings:properties -version 2>&1 | grep user.home"))
        .contains("user.home = " + yard.plan().home());
  }

  @Test
  void processes_of_the_host_are_not_to_be_seen() {
    var yard = new Yard(folder, Sandbox.REQUIRED);

    assertThat(yard.said("ls /proc | grep -c '^[0-9]'").strip()).isIn("3", "4", "5");
    assertThat(yard.run("kill -0 %d".formatted(ProcessHandle.current().pid())).well()).isFalse();
  }

  @Test
  void the_kernel_ends_the_cell_when_its_outermost_process_is_killed__W_07() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var cell =
        yard.start("env -i setsid sh -c 'touch hidden; exec sleep 412' & setsid sleep 413 & wait");
    yard.awaitFile("hidden");

    assertThat(cell.identity().end()).isTrue();

    assertThat(cell.outcome().ending()).isEqualTo(new Ending.Exited(new Exit.Signal(9)));
    assertThat(cell.outcome().survivors()).isEmpty();
    yard.assertNothingRuns();
    assertThat(ProcessHandle.allProcesses().map(one -> Yard.commandLine(one.pid())))
        .noneMatch(words -> words.equals(List.of("sleep", "412")));
  }

  @Test
  void home_and_temporary_folder_do_not_lie_in_each_other() {
    var yard = new Yard(folder, Sandbox.OFF);
    var home = yard.otto.resolve("home");

    assertThatThrownBy(() -> CellPlan.of(yard.name, home, home, home.resolve("tmp")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_home_whose_path_leaves_no_room_for_a_socket_is_refused() {
    var deep = Yard.made(folder.resolve("d".repeat(120)));

    assertThatThrownBy(() -> Cells.on(new ProcessStarter(), CellSettings.of(Sandbox.OFF, deep)))
        .isInstanceOfSatisfying(
            Refusal.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo("home-too-deep"));
  }

  private static Cells cells(Yard yard, Sandbox sandbox, Optional<Path> bubblewrap) {
    return Cells.on(
        new ProcessStarter(),
        new CellSettings(sandbox, yard.otto, List.of(), List.of(), bubblewrap));
  }
}
