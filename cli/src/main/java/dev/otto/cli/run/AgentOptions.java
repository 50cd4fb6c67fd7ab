package dev.otto.cli.run;

import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.settings.AgentWish;
import dev.otto.model.settings.AgentWishes;
import dev.otto.model.settings.Effort;
import dev.otto.model.settings.Role;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What was typed about who shall think; for what was not, the environment is asked:
/// `OTTO_PROVIDER`, `OTTO_MODEL`, `OTTO_EFFORT`, the same with a role as in `OTTO_BUILD_MODEL`, and
/// `OTTO_MAX_TURNS`.
final class AgentOptions {
  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = {
        "The program that thinks: claude, codex, or `scripted`, which plays a recipe.",
        "Default: the only one that is signed in."
      })
  private Optional<String> provider = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model; default: its program's.")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--effort",
      paramLabel = "LEVEL",
      description = "How deeply it thinks: low, medium, high, max.")
  private Optional<String> effort = Optional.empty();

  @Option(
      names = "--max-turns",
      paramLabel = "N",
      description = "Turns that the model may take in one call (200).")
  private Optional<Integer> maxTurns = Optional.empty();

  @Option(names = "--spec-provider", paramLabel = "NAME", description = "The same for the spec.")
  private Optional<String> specProvider = Optional.empty();

  @Option(names = "--spec-model", paramLabel = "NAME", description = "The same for the spec.")
  private Optional<String> specModel = Optional.empty();

  @Option(names = "--spec-effort", paramLabel = "LEVEL", description = "The same for the spec.")
  private Optional<String> specEffort = Optional.empty();

  @Option(names = "--build-provider", paramLabel = "NAME", description = "The same for building.")
  private Optional<String> buildProvider = Optional.empty();

  @Option(names = "--build-model", paramLabel = "NAME", description = "The same for building.")
  private Optional<String> buildModel = Optional.empty();

  @Option(names = "--build-effort", paramLabel = "LEVEL", description = "The same for building.")
  private Optional<String> buildEffort = Optional.empty();

  @Option(
      names = {"--audit-provider", "--certifier-provider"},
      paramLabel = "NAME",
      description = "The same for the audit.")
  private Optional<String> auditProvider = Optional.empty();

  @Option(
      names = {"--audit-model", "--certifier-model"},
      paramLabel = "NAME",
      description = "The same for the audit.")
  private Optional<String> auditModel = Optional.empty();

  @Option(
      names = {"--audit-effort", "--certifier-effort"},
      paramLabel = "LEVEL",
      description = "The same for the audit.")
  private Optional<String> auditEffort = Optional.empty();

  @Option(
      names = "--fix-provider",
      paramLabel = "NAME",
      description = "The same for repairs and merge conflicts.")
  private Optional<String> fixProvider = Optional.empty();

  @Option(
      names = "--fix-model",
      paramLabel = "NAME",
      description = "The same for repairs and merge conflicts.")
  private Optional<String> fixModel = Optional.empty();

  @Option(
      names = "--fix-effort",
      paramLabel = "LEVEL",
      description = "The same for repairs and merge conflicts.")
  private Optional<String> fixEffort = Optional.empty();

  /// The wishes, as the api is asked for them.
  AgentWishes wishes(Shell shell) {
    return new AgentWishes(
        wish(provider, model, effort).over(said(shell, "")),
        wish(shell, Role.SPEC, specProvider, specModel, specEffort),
        wish(shell, Role.BUILD, buildProvider, buildModel, buildEffort),
        wish(shell, Role.AUDIT, auditProvider, auditModel, auditEffort),
        wish(shell, Role.FIX, fixProvider, fixModel, fixEffort),
        maxTurns.or(() -> shell.variable("OTTO_MAX_TURNS").map(AgentOptions::number)));
  }

  /// What was typed for the role, then what was typed for all, then the environment in that order.
  private AgentWish wish(
      Shell shell,
      Role role,
      Optional<String> itsProvider,
      Optional<String> itsModel,
      Optional<String> itsEffort) {
    var typed = wish(itsProvider, itsModel, itsEffort);
    var said = said(shell, role.name() + "_");
    return said.equals(AgentWish.NONE)
        ? typed
        : typed.over(wish(provider, model, effort)).over(said);
  }

  private static AgentWish said(Shell shell, String role) {
    return wish(
        shell.variable("OTTO_" + role + "PROVIDER"),
        shell.variable("OTTO_" + role + "MODEL"),
        shell.variable("OTTO_" + role + "EFFORT"));
  }

  private static AgentWish wish(
      Optional<String> provider, Optional<String> model, Optional<String> effort) {
    return new AgentWish(provider, model, effort.map(AgentOptions::depth));
  }

  private static Effort depth(String word) {
    return Effort.named(word)
        .orElseThrow(
            () -> Usage.of("run", "'%s' is no effort: low, medium, high or max.".formatted(word)));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException none) {
      throw Usage.of("run", "OTTO_MAX_TURNS is '%s', but must be a number.".formatted(text));
    }
  }
}
