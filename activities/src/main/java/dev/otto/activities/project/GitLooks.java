package dev.otto.activities.project;

import dev.otto.activities.agent.scripted.recipe.RecipeFault;
import dev.otto.activities.agent.scripted.recipe.RecipeReader;
import dev.otto.activities.host.Host;
import dev.otto.model.Refusal;
import dev.otto.workflows.project.ProjectLooks;
import java.nio.file.Path;
import java.util.ArrayList;

/// Looks at a project with git, and at the recipe of a run, and only reads.
public final class GitLooks implements ProjectLooks {
  private final Host host;

  public GitLooks(Host host) {
    this.host = host;
  }

  @Override
  public Seen look(Look look) {
    try {
      var checkout = host.preflight().look(Path.of(look.folder()));
      var notes = new ArrayList<String>();
      if (!checkout.note().isEmpty()) {
        notes.add(checkout.note());
      }
      var top = checkout.repository().top();
      look.recipe().map(Path::of).ifPresent(RecipeReader::read);
      return new Seen.Usable(
          top.toString(), notes, new ProjectFile(top).wishes(), host.preflight().baggage(checkout));
    } catch (RecipeFault fault) {
      return new Seen.Refused(
          "unreadable-recipe", fault.sentence(), "Correct it; docs/recipes.md tells its form.");
    } catch (Refusal.Refused refused) {
      var why = refused.refusal();
      return new Seen.Refused(why.code(), why.sentence(), why.nextStep());
    }
  }
}
