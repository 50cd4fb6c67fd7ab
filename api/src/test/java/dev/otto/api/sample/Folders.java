package dev.otto.api.sample;

import dev.otto.model.project.Baggage;
import dev.otto.model.project.Baggage.Piece;
import dev.otto.model.settings.AgentWishes;
import dev.otto.workflows.project.ProjectLooks;
import java.util.List;

/// A host on which every folder is a repository, but for those whose name says something else.
final class Folders implements ProjectLooks {
  private static final List<Piece> HOOKS =
      List.of(new Piece(".claude/settings.json", "100644", "1f7a7a47"));
  static final String NOT_ONE = "/not-a-repository";

  @Override
  public Seen look(Look look) {
    return look.folder().equals(NOT_ONE)
        ? new Seen.Refused(
            "not-a-repository", "/not-a-repository is no git repository.", "Type `git init`.")
        : new Seen.Usable(
            look.folder(), List.of(), AgentWishes.NONE, Baggage.among(pieces(look.folder())));
  }

  private static List<Piece> pieces(String folder) {
    return folder.endsWith("-with-hooks") ? HOOKS : List.of();
  }
}
