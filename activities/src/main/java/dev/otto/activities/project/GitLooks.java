package dev.otto.activities.project;

import dev.otto.activities.agent.scripted.recipe.RecipeFault;
import dev.otto.activities.agent.scripted.recipe.RecipeReader;
import dev.otto.activities.git.Checkout;
import dev.otto.activities.host.Host;
import dev.otto.activities.host.SettingsFile;
import dev.otto.activities.setup.GivenVariables;
import dev.otto.model.Refusal;
import dev.otto.model.settings.RunWishes;
import dev.otto.model.settings.file.FileKind;
import dev.otto.model.settings.file.Written;
import dev.otto.workflows.project.ProjectLooks;
import java.nio.file.Path;
import java.util.ArrayList;

/// Looks at a project with git, at the files of settings and at the recipe of a run, and only
/// reads.
public final class GitLooks implements ProjectLooks {
  private final Host host;

  public GitLooks(Host host) {
    this.host = host;
  }

  @Override
  public Seen look(Look look) {
    try {
      var checkout = host.preflight().look(Path.of(look.folder()));
      var top = checkout.repository().top();
      refuseUnusableCommit(checkout, top);
      var project = SettingsFile.ofProject(top).written();
      var user = SettingsFile.ofUser(host.places().home()).written();
      var notes = new ArrayList<String>();
      if (!checkout.note().isEmpty()) {
        notes.add(checkout.note());
      }
      look.recipe().map(Path::of).ifPresent(RecipeReader::read);
      notes.addAll(project.notices());
      return new Seen.Usable(
          top.toString(),
          notes,
          RunWishes.of(project),
          RunWishes.of(user),
          host.preflight().baggage(checkout));
    } catch (RecipeFault fault) {
      return new Seen.Refused(
          "unreadable-recipe", fault.sentence(), "Correct it; docs/recipes.md tells its form.");
    } catch (Refusal.Refused refused) {
      var why = refused.refusal();
      return new Seen.Refused(why.code(), why.sentence(), why.nextStep());
    }
  }

  /// What the run itself will read is the file as it was committed.
  private void refuseUnusableCommit(Checkout checkout, Path top) {
    host.preflight()
        .committed(checkout, FileKind.PROJECT.file())
        .map(bytes -> Written.of(FileKind.PROJECT, "otto.yaml of the newest commit", bytes))
        .ifPresent(committed -> new GivenVariables(host, top).of(committed));
  }
}
