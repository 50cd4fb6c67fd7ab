package dev.otto.activities.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  private static final Program.Sink KEPT = new Program.Sink.Kept(1 << 20);
  private static final Program.Source NOTHING = new Program.Source.Nothing();

  @TempDir Path folder;
  private final Programs programs = new Programs(new ProcessStarter());

  @Test
  void a_program_reads_prints_complains_and_ends() {
    var ended =
        run(
            "cat; echo trouble >&2; exit 3",
            new Program.Source.Bytes("hello".getBytes(UTF_8)),
            KEPT);

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.output()).isEqualTo("hello".getBytes(UTF_8));
    assertThat(ended.complaint()).isEqualTo("trouble");
  }

  /// W-20, W-56: of Otto's environment and terminal it gets nothing.
  @Test
  void it_inherits_nothing() {
    assertThat(new String(run("env; pwd; cat", NOTHING, KEPT).output(), UTF_8).lines())
        .containsExactlyInAnyOrder("ONLY=this", "PWD=" + folder, folder.toString());
  }

  @Test
  void it_reads_and_writes_files_of_any_size() throws Exception {
    Files.write(folder.resolve("in"), new byte[3 << 20]);

    var ended =
        run(
            "cat",
            new Program.Source.OfFile(folder.resolve("in")),
            new Program.Sink.IntoFile(folder.resolve("out")));

    assertThat(ended.output()).isEmpty();
    assertThat(folder.resolve("out")).hasSize(3 << 20);
  }

  @Test
  void who_prints_more_than_is_kept_fails_and_is_gone() {
    assertThatThrownBy(() -> run("echo $$ > pid; yes", NOTHING, new Program.Sink.Kept(1000)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("it printed more than 1000 bytes");

    assertThat(alive()).isFalse();
  }

  @Test
  void only_the_end_of_a_long_complaint_is_kept() {
    var ended = run("yes complaint | head -c 100000 >&2; echo the end >&2", NOTHING, KEPT);

    assertThat(ended.complaint()).endsWith("the end").hasSizeLessThan(20_000);
  }

  @Test
  void who_reads_nothing_may_be_given_much() {
    var much = new Program.Source.Bytes(new byte[4 << 20]);

    assertThat(run("exit 0", much, KEPT).exitCode()).isZero();
  }

  @Test
  void an_interrupt_ends_it() throws Exception {
    var running = Thread.ofVirtual().start(() -> run("echo $$ > pid; sleep 60", NOTHING, KEPT));
    await().until(() -> Files.exists(folder.resolve("pid")) && alive());

    running.interrupt();

    running.join();
    await().until(() -> !alive());
  }

  private Program.Ended run(String script, Program.Source source, Program.Sink sink) {
    return programs.run(
        new Program(
            List.of("/bin/sh", "-c", script), Map.of("ONLY", "this"), folder, source, sink, false));
  }

  private boolean alive() {
    try {
      var pid = Files.readString(folder.resolve("pid")).strip();
      return !pid.isEmpty() && ProcessHandle.of(Long.parseLong(pid)).isPresent();
    } catch (java.io.IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
