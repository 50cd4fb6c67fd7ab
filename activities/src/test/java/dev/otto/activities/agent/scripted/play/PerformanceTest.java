package dev.otto.activities.agent.scripted.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.protocol.EventLine;
import dev.otto.activities.agent.scripted.recipe.RecipeReader;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Playing recipes: what becomes of the worktree, and that an interruption anywhere makes no
/// difference.
class PerformanceTest {
  private static final String EVERY_CHANGE =
      """
      steps:
        - think: plan
        - write: { file: a.txt, text: "one\\ntwo\\n" }
        - write: { file: bin/tool, text: "#!/bin/sh\\n", mode: "755" }
        - edit: { file: a.txt, find: "one", replace: "one one" }
        - edit: { file: a.txt, find: "two", replace: "two two" }
        - usage: { input: 10, output: 1, cost_usd: 0.01 }
        - patch: change.diff
        - rename: { from: bin, to: tools }
        - chmod: { file: a.txt, mode: "600" }
        - symlink: { file: link, target: a.txt }
        - write: { file: gone/soon.txt, text: "x" }
        - delete: gone
        - edit: { file: a.txt, find: "not there", replace: "" }
        - run: { cmd: "echo made > made.txt" }
        - say: done
        - output: { ok: true }
      """;
  private static final String DIFF =
      """
      diff --git a/a.txt b/a.txt
      --- a/a.txt
      +++ b/a.txt
      @@ -1,2 +1,3 @@
       one one
      +between
       two two
      diff --git a/new.txt b/new.txt
      new file mode 100755
      --- /dev/null
      +++ b/new.txt
      @@ -0,0 +1 @@
      +new
      \\ No newline at end of file
      """;

  @TempDir private Path folder;

  @Test
  void every_change_of_files_does_what_it_says() throws Exception {
    var stage = new StageSet(folder, EVERY_CHANGE);

    stage.play();

    assertThat(stage.files())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a.txt", "rw------- one one\nbetween\ntwo two\n",
                "tools/tool", "rwxr-xr-x #!/bin/sh\n",
                "new.txt", "rwxr-xr-x new",
                "link", "-> a.txt",
                "made.txt", "rw-r--r-- made\n"));
  }

  @Test
  void an_interruption_at_any_event_leads_to_the_same_worktree_and_the_same_answer()
      throws Exception {
    var whole = new StageSet(folder.resolve("whole"), EVERY_CHANGE);
    var events = whole.play();

    for (var moment = 0; moment < events.size(); moment++) {
      var stage = new StageSet(folder.resolve("cut" + moment), EVERY_CHANGE);
      stage.playUntil(moment);
      var rest = stage.play();

      assertThat(stage.files()).as("cut at event %d", moment).isEqualTo(whole.files());
      assertThat(rest.getLast()).isEqualTo(events.getLast());
    }
  }

  @Test
  void a_half_written_file_and_a_half_written_journal_line_are_completed() throws Exception {
    var whole = new StageSet(folder.resolve("whole"), EVERY_CHANGE);
    var events = whole.play();

    for (var moment = 0; moment < events.size(); moment++) {
      var stage = new StageSet(folder.resolve("half" + moment), EVERY_CHANGE);
      stage.playUntil(moment);
      stage.halveWhatWasBeingWritten();
      Files.writeString(
          stage.journal(),
          "{\"document\":\"",
          StandardOpenOption.APPEND,
          StandardOpenOption.CREATE);
      stage.play();

      assertThat(stage.files()).as("half written at event %d", moment).isEqualTo(whole.files());
    }
  }

  @Test
  void a_repeated_call_reports_nothing_of_what_was_done_but_its_usage_and_the_same_end()
      throws Exception {
    var stage = new StageSet(folder, EVERY_CHANGE);
    var first = stage.play();

    var second = stage.play();

    assertThat(second)
        .containsExactly(
            new AgentEvent.Started("build-api-1-0", "scripted"),
            new AgentEvent.Usage(10, 0, 1, Optional.of(new BigDecimal("0.01"))),
            first.getLast());
  }

  @Test
  void what_a_lost_try_used_is_told_again_by_the_next_since_nobody_may_have_heard_it()
      throws Exception {
    var recipe =
        """
        steps:
          - usage: { input: 1 }
          - fail: OVERLOADED
          - usage: { input: 2 }
        """;
    var stage = new StageSet(folder, recipe);

    var first = stage.play();
    var second = stage.play();

    assertThat(first).contains(usage(1)).doesNotContain(usage(2));
    assertThat(second).containsOnlyOnce(usage(1), usage(2));
  }

  @Test
  void when_the_journal_goes_with_the_worktree_all_is_played_again() throws Exception {
    var stage = new StageSet(folder, "steps: [ { fail: SERVER }, { say: done } ]");
    stage.play();
    Files.delete(stage.journal());

    assertThat(stage.play().getLast())
        .isInstanceOfSatisfying(
            AgentEvent.Finished.class, end -> assertThat(end.succeeded()).isFalse());
  }

  @Test
  void another_document_for_a_later_try_is_played_from_its_start() throws Exception {
    var recipe =
        """
        when: { try: 1 }
        steps: [ { write: { file: a, text: "half" } }, { fail: NETWORK } ]
        ---
        steps: [ { write: { file: a, text: "whole" } } ]
        """;
    var stage = new StageSet(folder, recipe);

    stage.play(1);
    stage.play(2);

    assertThat(stage.files()).isEqualTo(Map.of("a", "rw-r--r-- whole"));
  }

  @Test
  void an_edit_must_fit_exactly_once_and_the_agent_goes_on_after_a_refusal() throws Exception {
    var recipe =
        """
        steps:
          - write: { file: a, text: "x x" }
          - edit: { file: a, find: x, replace: y }
          - edit: { file: a, find: z, replace: y }
          - edit: { file: b, find: z, replace: y }
          - write: { file: a/b, text: "a is no folder" }
        """;

    var events = new StageSet(folder, recipe).play();

    assertThat(events)
        .contains(
            refusal("s2", "the text to replace is in 'a' more than once"),
            refusal("s3", "the text to replace is not in 'a'"),
            refusal("s4", "there is no file 'b'"))
        .last()
        .isEqualTo(new AgentEvent.Finished(true, "", Optional.empty()));
  }

  @Test
  void no_path_leads_out_of_the_worktree_not_even_through_a_link() throws Exception {
    var outside = Files.createDirectories(folder.resolve("outside"));
    var recipe =
        """
        steps:
          - symlink: { file: exit, target: "%s" }
          - write: { file: exit/stolen, text: "x" }
          - symlink: { file: file, target: "%s/through" }
          - write: { file: file, text: "x" }
          - write_outside: { file: "%s/attempt", text: "x" }
        """
            .formatted(outside, outside, outside);
    var stage = new StageSet(folder.resolve("stage"), recipe);

    var events = stage.play();

    assertThat(events).contains(refusal("s2", "'exit/stolen' leads out of the worktree"));
    assertThat(outside.resolve("attempt")).hasContent("x");
    assertThat(outside.resolve("stolen")).doesNotExist();
    assertThat(outside.resolve("through")).doesNotExist();
    assertThat(stage.files()).containsEntry("file", "rw-r--r-- x");
  }

  @Test
  void a_command_that_ends_otherwise_than_expected_ends_the_call() throws Exception {
    var recipe = "steps: [ { run: { cmd: 'exit 3', expect_exit: 0 } }, { say: never } ]";

    assertThat(new StageSet(folder, recipe).play())
        .last()
        .isEqualTo(
            new AgentEvent.Finished(
                false,
                "The recipe expected exit code 0 of 'exit 3', and it was 3.",
                Optional.empty()));
  }

  @Test
  void commits_of_the_agent_are_the_same_every_time() throws Exception {
    var recipe =
        """
        steps:
          - git: [ init, -q, -b, main, . ]
          - write: { file: a, text: "x" }
          - git: [ add, a ]
          - git: [ commit, -q, -m, "mine" ]
          - run: "git rev-parse HEAD > head"
        """;
    var one = new StageSet(folder.resolve("one"), recipe);
    var other = new StageSet(folder.resolve("other"), recipe);

    one.play();
    other.play();

    assertThat(one.files().get("head")).hasSizeGreaterThan(40).isEqualTo(other.files().get("head"));
  }

  private static AgentEvent usage(long input) {
    return new AgentEvent.Usage(input, 0, 0, Optional.empty());
  }

  private static AgentEvent refusal(String id, String why) {
    return new AgentEvent.ToolResult(id, false, Optional.empty(), why);
  }

  /// A recipe with its own worktree and home.
  private static final class StageSet {
    private final Path folder;

    StageSet(Path folder, String recipe) throws IOException {
      this.folder = folder;
      Files.createDirectories(folder.resolve("worktree"));
      Files.writeString(folder.resolve("recipe.yaml"), recipe);
      Files.writeString(folder.resolve("change.diff"), DIFF);
    }

    Path journal() {
      return folder.resolve("home/journal/build-api-1-0.jsonl");
    }

    List<AgentEvent> play() throws Exception {
      return play(1);
    }

    List<AgentEvent> play(int tries) throws Exception {
      var said = new ByteArrayOutputStream();
      perform(said, tries);
      return said.toString(StandardCharsets.UTF_8).lines().map(EventLine::read).toList();
    }

    /// Plays until so many events are out; the next one never gets out.
    void playUntil(int events) throws Exception {
      try {
        perform(new CutOff(events), 1);
      } catch (EventStream.Closed cut) {
        assertThat(cut).hasMessageContaining("cut off");
      }
    }

    private void perform(OutputStream stdout, int tries) throws Exception {
      var place =
          new CallOrder(
              new CallId("c1"), Stage.BUILD, Optional.of(new GroupId("api")), 1, 0, tries, 0);
      var document = RecipeReader.read(folder.resolve("recipe.yaml")).matching(place).orElseThrow();
      try (var performance =
          Performance.of(
              document,
              place,
              folder.resolve("worktree"),
              folder.resolve("home"),
              Pace.UNLIMITED,
              new EventStream(stdout))) {
        performance.play();
      }
    }

    /// Cuts in half every file that the step in progress has touched, as a kill within its write
    /// would.
    void halveWhatWasBeingWritten() throws IOException {
      var lines = Files.readAllLines(journal());
      if (lines.isEmpty() || !lines.getLast().contains("begun")) {
        return;
      }
      for (var path : files().keySet()) {
        var file = folder.resolve("worktree").resolve(path);
        if (lines.getLast().contains("{\"path\":\"%s\",\"content\"".formatted(path))
            && !Files.isSymbolicLink(file)) {
          var bytes = Files.readAllBytes(file);
          Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        }
      }
    }

    Map<String, String> files() throws IOException {
      var files = new TreeMap<String, String>();
      var root = folder.resolve("worktree");
      try (var all = Files.walk(root)) {
        for (var file :
            all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
          if (!root.relativize(file).startsWith(".git")) {
            files.put(root.relativize(file).toString(), shown(file));
          }
        }
      }
      return files;
    }

    private static String shown(Path file) throws IOException {
      if (Files.isSymbolicLink(file)) {
        return "-> " + Files.readSymbolicLink(file);
      }
      var rights =
          java.nio.file.attribute.PosixFilePermissions.toString(
              Files.getPosixFilePermissions(file));
      return rights + " " + Files.readString(file);
    }
  }

  /// A stdout whose reader goes away.
  private static final class CutOff extends OutputStream {
    private int left;

    CutOff(int events) {
      this.left = events;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      if (left-- <= 0) {
        throw new IOException("cut off");
      }
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single});
    }
  }
}
