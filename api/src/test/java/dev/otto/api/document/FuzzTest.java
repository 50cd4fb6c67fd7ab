package dev.otto.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.sample.SampleOtto;
import dev.otto.model.run.RunStory;
import dev.otto.model.spec.SampleSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Schemathesis, which knows nothing but the document, asks whatever comes to its mind: nothing
/// goes wrong inside, and every answer is one that the document tells.
@Tag("fuzz")
class FuzzTest {
  private static final String CHECKS =
      "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";
  private static final int MINUTES = 5;

  @TempDir private Path folder;

  @Test
  void whatever_is_asked_is_answered_as_the_document_says() throws Exception {
    var program = program();
    try (var otto = SampleOtto.ready(folder)) {
      otto.contents.keep(SampleSpec.small().canonical());
      var run = otto.tell(RunStory.passed());
      var said = folder.resolve("schemathesis.txt");

      var asking =
          new ProcessBuilder(
                  program.toString(),
                  "--config-file",
                  Path.of("../tools/schemathesis/schemathesis.toml").toRealPath().toString(),
                  "run",
                  otto.server.url() + "api/openapi.json",
                  "--checks",
                  CHECKS,
                  "--header",
                  "Authorization: Bearer " + SampleOtto.TOKEN)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      asking.environment().put("OTTO_RUN", run.value());

      assertThat(ended(asking.start())).as(() -> text(said)).isZero();
    }
  }

  private static int ended(Process asking) throws InterruptedException {
    try {
      assertThat(asking.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
      return asking.exitValue();
    } finally {
      asking.destroyForcibly();
    }
  }

  private static String text(Path said) {
    try {
      return Files.readString(said, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  /// The program; without it the test is skipped, and the output says what that leaves unproven.
  @SuppressWarnings("SystemOut") // Meant for the person who reads the build's output.
  private static Path program() {
    var tools =
        System.getenv()
            .getOrDefault(
                "OTTO_TEST_TOOLS", System.getProperty("user.home") + "/.cache/otto/test-tools");
    var program = Path.of(tools, "schemathesis/bin/schemathesis");
    if (!Files.isExecutable(program)) {
      System.out.println("NOT PROVEN: fuzzing of the api (scripts/install-test-tools brings it)");
    }
    Assumptions.assumeTrue(Files.isExecutable(program), "NOT PROVEN: no schemathesis");
    return program;
  }
}
