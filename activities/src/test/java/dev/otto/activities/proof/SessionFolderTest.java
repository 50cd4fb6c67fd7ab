package dev.otto.activities.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.RunId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a person finds the newest session of a project.
class SessionFolderTest {
  private static final RunId OLD = new RunId("2026-11-20-090000-aaaaaa");
  private static final RunId NEW = new RunId("2026-11-21-090000-aaaaaa");

  @TempDir private Path project;
  private Path latest;

  @BeforeEach
  void place() {
    latest = project.resolve("otto_logs/latest");
  }

  @Test
  void latest_leads_to_the_newest_run_whichever_ended_last() throws IOException {
    write(OLD);
    assertThat(latest.resolve("intent.txt")).hasContent(OLD.value());

    write(NEW);
    write(OLD);

    assertThat(latest.resolve("intent.txt")).hasContent(NEW.value());
  }

  @Test
  void what_a_person_put_in_its_place_stays() throws IOException {
    write(OLD);
    Files.delete(latest);
    Files.createSymbolicLink(latest, Path.of("/elsewhere"));

    write(NEW);

    assertThat(Files.readSymbolicLink(latest)).isEqualTo(Path.of("/elsewhere"));
  }

  private void write(RunId run) {
    SessionFolder.of(project, run)
        .write(Map.of("intent.txt", run.value().getBytes(StandardCharsets.UTF_8)));
  }
}
