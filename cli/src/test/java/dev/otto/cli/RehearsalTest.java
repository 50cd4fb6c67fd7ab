package dev.otto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Output;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands by which classes are kept: worth as much as what they go through.
class RehearsalTest {
  @TempDir private Path home;

  @Test
  void every_line_is_answered_by_the_stand_in() throws Exception {
    var out = new ByteArrayOutputStream();

    var worst = new Rehearsal(home).played(Output.plain(out));

    assertThat(worst).isEqualTo(ExitCode.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("otto runs", "\"title\":\"A rehearsal\"", "A rehearsal\n");
  }
}
