package dev.otto.cli;

import dev.otto.model.Refusal;
import java.util.Map;
import java.util.Optional;

/// A word of the earlier Otto that this one does not take: why, and what to say instead.
record Retired(String code, String sentence, String nextStep) implements Refusal {
  private static final String LEAVE_IT_OUT = "Leave it out.";

  /// By command, then by flag.
  private static final Map<String, Map<String, Retired>> FLAGS =
      Map.of(
          "run",
          Map.ofEntries(
              gone(
                  "--reset-budget",
                  "a budget is raised, never reset.",
                  "Type `otto budget RUN --add 30m,1Mtok,5usd`."),
              gone(
                  "--force",
                  "a run goes on with the spec that was approved, whatever lies in files.",
                  LEAVE_IT_OUT),
              gone(
                  "--break-lock",
                  "there is no lock of a project: its runs work side by side.",
                  LEAVE_IT_OUT),
              gone(
                  "--spec-review-mode", "the spec is reviewed at a gate.", "Type `--review-gate`."),
              gone(
                  "--spec-file",
                  "a spec that you wrote has another flag.",
                  "Type `--from-spec FILE`."),
              gone("--split", "the spec says what is built apart.", LEAVE_IT_OUT),
              gone("--agentic", "the spec says what is built apart.", LEAVE_IT_OUT),
              gone(
                  "--in-worktree",
                  "every run works in worktrees of its own, in Otto's home.",
                  LEAVE_IT_OUT),
              gone(
                  "--allow-dirty",
                  "uncommitted files are no part of a run and are left as they are.",
                  LEAVE_IT_OUT),
              notYet("--base-url", "a product that already runs cannot be probed", LEAVE_IT_OUT),
              notYet(
                  "--debug-unredacted",
                  "raw bytes of agents are not kept",
                  "See `otto logs RUN`: all that they said, without secrets."),
              notYet("--no-qa", "an audit is always whole", LEAVE_IT_OUT),
              notYet("--strict", "an audit is always strict", LEAVE_IT_OUT)),
          "land",
          Map.ofEntries(
              gone("--fast", "what lands was audited.", LEAVE_IT_OUT),
              gone("--verify", "what lands was audited.", LEAVE_IT_OUT),
              gone("--no-certify", "what lands was audited.", LEAVE_IT_OUT),
              gone(
                  "--allow-any-branch",
                  "a run lands on the branch that is checked out.",
                  LEAVE_IT_OUT),
              gone("--transactional", "a landing is always whole or nothing.", LEAVE_IT_OUT),
              gone(
                  "--cleanup-on-success",
                  "a run that has ended has cleaned up after itself.",
                  LEAVE_IT_OUT),
              notYet("--target", "a run lands on the branch that is checked out", "Check it out."),
              notYet("--all", "runs land one by one", "Type `otto land RUN` for each."),
              notYet(
                  "--post-merge-preview",
                  "a landing is not shown beforehand",
                  "Type `otto diff RUN`.")),
          "web",
          Map.ofEntries(
              notYet("--host", "Mission Control is for this machine alone", LEAVE_IT_OUT),
              notYet("--allow-remote", "Mission Control is for this machine alone", LEAVE_IT_OUT),
              notYet("--port", "Mission Control has one port per home, drawn once", LEAVE_IT_OUT),
              notYet("--project-launcher", "runs are started with `otto run`", LEAVE_IT_OUT),
              notYet("--projects-root", "all projects are shown", LEAVE_IT_OUT),
              notYet("--cwd-project", "all projects are shown", LEAVE_IT_OUT)),
          "proof",
          Map.ofEntries(
              notYet("--command", "there is one sort of run", LEAVE_IT_OUT),
              gone(
                  "--rewrite-json",
                  "a proof is never written anew.",
                  "Type `otto proof verify RUN`.")));

  private static final Map<String, Retired> COMMANDS =
      Map.ofEntries(
          soon("build", "a run decides by its spec what is built apart", "Type `otto run`."),
          soon(
              "certify",
              "a commit is not audited without a run",
              "Type `otto proof verify RUN` for what a run has proven."),
          soon("improve", "a run takes any intent", "Type `otto run \"what shall be better\"`."),
          soon("queue", "runs begin at once and share the agents", "Type `otto run --detach`."),
          soon("init", "a repository needs no preparation", "Type `otto run`."),
          soon("setup", "a repository needs no preparation", "Type `otto run`."),
          soon("debug", "there is one story of a run", "Type `otto watch RUN`."),
          soon("retry", "what has ended stays as it is", "Type `otto fork RUN --from build`."),
          soon("requeue", "what has ended stays as it is", "Type `otto fork RUN --from build`."),
          over("render", "it is something that `otto proof` does", "Type `otto proof render RUN`."),
          over(
              "cleanup",
              "a run that has ended has cleaned up after itself",
              "Nothing is left to do."));

  private static Map.Entry<String, Retired> soon(String name, String why, String instead) {
    return Map.entry(
        name,
        new Retired(
            "not-in-this-version",
            "`otto %s` is not in this version: %s.".formatted(name, why),
            instead));
  }

  private static Map.Entry<String, Retired> over(String name, String why, String instead) {
    return Map.entry(
        name, new Retired("retired", "`otto %s` is gone: %s.".formatted(name, why), instead));
  }

  /// What is to be said about this command, if it is one of the earlier Otto or of a later one.
  static Optional<Retired> command(String name) {
    return Optional.ofNullable(COMMANDS.get(name));
  }

  /// What is to be said about this flag of that command, if it is a word of the earlier Otto.
  static Optional<Retired> flag(String command, String typed) {
    var name = typed.contains("=") ? typed.substring(0, typed.indexOf('=')) : typed;
    return Optional.ofNullable(FLAGS.getOrDefault(command, Map.of()).get(name));
  }

  private static Map.Entry<String, Retired> gone(String flag, String why, String instead) {
    return Map.entry(flag, new Retired("retired", "%s is gone: %s".formatted(flag, why), instead));
  }

  private static Map.Entry<String, Retired> notYet(String flag, String why, String instead) {
    return Map.entry(
        flag,
        new Retired(
            "not-in-this-version", "%s is not in this version: %s.".formatted(flag, why), instead));
  }

  @Override
  public Kind kind() {
    return Kind.INVALID;
  }
}
