package dev.otto.standalone.demo;

import dev.otto.activities.provider.ProviderKind;
import dev.otto.activities.provider.ProviderSettings;
import dev.otto.model.json.Json;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the repository of a demo, ready to be worked for.
@Path("demo")
@Produces(MediaType.APPLICATION_JSON)
public final class DemoResource {
  private static final String INTENT = "expense approval portal";

  private final java.nio.file.Path home;
  private final List<ProviderSettings> providers;

  /// In this home of Otto, on a host with these real agents.
  public DemoResource(java.nio.file.Path home, List<ProviderSettings> providers) {
    this.home = home;
    this.providers = List.copyOf(providers);
  }

  /// Where the demo is wanted; without a folder it is made in Otto's home.
  ///
  /// @param through the real agent that shall play it
  record Wish(Optional<String> dir, Optional<String> through) {
    Wish {
      dir = dir == null ? Optional.empty() : dir;
      through = through == null ? Optional.empty() : through;
    }
  }

  /// A repository, what to ask for in it, and the recipe that plays the agents.
  public record Demo(String folder, String intent, String recipe) {}

  @POST
  public Demo make(Map<String, String> wish) {
    var wanted = Json.value(Json.text(wish), Wish.class);
    wanted.through().ifPresent(this::mustBeHere);
    var folder = wanted.dir().map(java.nio.file.Path::of).orElseGet(this::fresh);
    var repository = DemoRepository.in(folder);
    var recipe = DemoRepository.recipe(home.resolve("demos").resolve("recipe"));
    return new Demo(repository.toString(), INTENT, recipe.toString());
  }

  private void mustBeHere(String word) {
    var agent =
        ProviderKind.named(word).orElseThrow(() -> new NoSuchProgram.Unknown(word).refused());
    if (providers.stream().noneMatch(one -> one.kind() == agent && one.runnable().isPresent())) {
      throw new NoSuchProgram.Missing(agent).refused();
    }
  }

  private java.nio.file.Path fresh() {
    return DemoRepository.free(home.resolve("demos"), "expense-portal");
  }
}
