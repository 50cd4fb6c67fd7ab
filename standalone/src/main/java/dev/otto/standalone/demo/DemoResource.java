package dev.otto.standalone.demo;

import dev.otto.model.json.Json;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;

/// Makes the repository of a demo, ready to be worked for.
@Path("demo")
@Produces(MediaType.APPLICATION_JSON)
public final class DemoResource {
  private static final String INTENT = "expense approval portal";

  private final java.nio.file.Path home;

  public DemoResource(java.nio.file.Path home) {
    this.home = home;
  }

  /// Where the demo is wanted; without a folder it is made in Otto's home.
  record Wish(Optional<String> dir) {
    Wish {
      dir = dir == null ? Optional.empty() : dir;
    }
  }

  /// A repository, what to ask for in it, and the recipe that plays the agents.
  public record Demo(String folder, String intent, String recipe) {}

  @POST
  public Demo make(Map<String, String> wish) {
    var dir = Json.value(Json.text(wish), Wish.class).dir();
    var repository = DemoRepository.in(dir.map(java.nio.file.Path::of).orElseGet(this::fresh));
    var recipe = DemoRepository.recipe(home.resolve("demos").resolve("recipe"));
    return new Demo(repository.toString(), INTENT, recipe.toString());
  }

  private java.nio.file.Path fresh() {
    return DemoRepository.free(home.resolve("demos"), "expense-portal");
  }
}
