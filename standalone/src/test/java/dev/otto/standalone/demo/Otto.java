package dev.otto.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command `otto` of the jars that were just built, with a home of its own.
record Otto(Path home) {
  /// What a command came to: its exit code, and what it printed for programs and for people.
  record Said(int exit, String out, String err) {
    /// The one line for scripts.
    JsonNode json() {
      try {
        return Json.own().readTree(out.strip().lines().reduce("", (_, line) -> line));
      } catch (JsonProcessingException unreadable) {
        throw new IllegalStateException(out + err, unreadable);
      }
    }
  }

  Said says(Path folder, String... words) throws IOException, InterruptedException {
    var argv =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dotto.server.jar=" + System.getProperty("otto.server.jar"),
                "-jar",
                System.getProperty("otto.cli.jar")));
    argv.addAll(List.of(words));
    var err = home.resolveSibling(home.getFileName() + ".err");
    var builder = new ProcessBuilder(argv).directory(folder.toFile()).redirectError(err.toFile());
    builder.environment().put("OTTO_HOME", home.toString());
    builder.environment().put("OTTO_ENGINE", "in-process");
    var process = builder.start();
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), out, java.nio.file.Files.readString(err));
  }
}
