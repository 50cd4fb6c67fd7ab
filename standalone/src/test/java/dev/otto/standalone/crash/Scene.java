package dev.otto.standalone.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.model.RunId;
import dev.otto.model.json.Json;
import dev.otto.model.run.NewRun;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.server.ServerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Where one case takes place: a home of its own, a repository of its own, and the crash recipe.
public record Scene(Path folder, Home home, Path repository, Path crash) {
  /// A fresh scene in this folder. With the database folder of an ended server nothing has to be
  /// initialised.
  static Scene in(Path folder, Path crash, Optional<Path> database) {
    try {
      Files.createDirectories(folder);
      var home = new Home(folder.resolve("h")).prepared();
      database.ifPresent(from -> copied(from, home));
      var scene = new Scene(folder, home, folder.resolve("thing"), crash);
      Programs.run("cp", "-r", crash.resolve("base").toString(), scene.repository.toString());
      Programs.git(scene.repository, "init", "-q", "-b", "main");
      Programs.git(scene.repository, "add", "-A");
      Programs.git(scene.repository, "commit", "-q", "-m", "base");
      return scene;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static void copied(Path from, Home home) {
    for (var part : new String[] {"cluster", "password"}) {
      Programs.run("cp", "-a", from.resolve(part).toString(), home.database().toString());
    }
  }

  ServerProcess start(EngineUsed engine) {
    return ServerProcess.start(home, engine.environment(), folder.resolve("server.log").toFile());
  }

  /// A server of the build that `otto.older.jar` names.
  ServerProcess startOlder(EngineUsed engine) {
    return ServerProcess.startOther(
        System.getProperty("otto.older.jar"),
        home,
        engine.environment(),
        folder.resolve("server.log").toFile());
  }

  /// Keeps what an older build stored.
  void keep(List<String> stored) {
    try {
      Files.write(folder.resolve("stored.jsonl"), stored);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// Asks the server for a run, as every client does.
  RunId ask(ServerFile server) {
    return ask(server, "scripted");
  }

  /// Asks for a run by this provider, which plays the recipe.
  RunId ask(ServerFile server, String provider) {
    var asked =
        new NewRun(
            repository.toString(),
            "a thing",
            Optional.empty(),
            provider,
            Optional.of(crash.resolve("recipe.yaml").toString()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new RunId(
        post(
                server,
                "api/v1/runs",
                Json.text(asked),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()))
            .path("run")
            .asText());
  }

  private static com.fasterxml.jackson.databind.JsonNode post(
      ServerFile server, String path, String body, Map<String, String> headers) {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(server.url() + path))
              .header(
                  "Authorization",
                  "Bearer " + Files.readString(Path.of(server.tokenFile())).strip())
              .header("Content-Type", "application/json");
      headers.forEach(request::header);
      var answer =
          client.send(
              request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
              BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException("HTTP " + answer.statusCode() + ": " + answer.body());
      }
      return Json.own().readTree(answer.body());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(unreadable);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
