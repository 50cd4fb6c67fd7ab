package dev.otto.api.sample;

import dev.otto.model.project.Baggage;
import dev.otto.model.project.Baggage.Piece;
import dev.otto.model.settings.AgentWish;
import dev.otto.model.settings.AgentWishes;
import dev.otto.model.settings.RunWishes;
import dev.otto.model.settings.file.FileKind;
import dev.otto.model.settings.file.Written;
import dev.otto.workflows.project.ProjectLooks;
import java.util.List;
import java.util.Optional;

/// A host on which every folder is a repository, but for those whose name says something else.
final class Folders implements ProjectLooks {
  private static final List<Piece> HOOKS =
      List.of(new Piece(".claude/settings.json", "100644", "1f7a7a47"));

  /// What a project says there, and what a user says who works there.
  private static final RunWishes RETRIES =
      new RunWishes(AgentWishes.NONE, Optional.of(7), Optional.of(2));

  private static final RunWishes OPUS =
      RunWishes.ofAgents(
          AgentWishes.ofAll(
              new AgentWish(Optional.of("claude"), Optional.of("opus"), Optional.empty())));

  private static final RunWishes FAILOVER =
      RunWishes.ofAgents(
          AgentWishes.ofAll(
              new AgentWish(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  List.of("codex", "claude"))));
  private static final RunWishes BUDGETS =
      RunWishes.of(
          Written.of(
              FileKind.PROJECT,
              """
              run_budget_seconds: 3600
              budgets: {total_cost_usd: 6, per_group_cost_usd: 1.0, project_per_day: 10usd}
              """));
  static final String NOT_ONE = "/not-a-repository";

  @Override
  public Seen look(Look look) {
    return look.folder().equals(NOT_ONE)
        ? new Seen.Refused(
            "not-a-repository", "/not-a-repository is no git repository.", "Type `git init`.")
        : new Seen.Usable(
            look.folder(),
            List.of(),
            project(look.folder()),
            wishes(look.folder(), "-of-opus", OPUS),
            Baggage.among(pieces(look.folder())));
  }

  private static RunWishes project(String folder) {
    if (folder.endsWith("-with-budgets")) {
      return BUDGETS;
    }
    return folder.endsWith("-with-failover") ? FAILOVER : wishes(folder, "-with-retries", RETRIES);
  }

  private static RunWishes wishes(String folder, String end, RunWishes wishes) {
    return folder.endsWith(end) ? wishes : RunWishes.NONE;
  }

  private static List<Piece> pieces(String folder) {
    return folder.endsWith("-with-hooks") ? HOOKS : List.of();
  }
}
