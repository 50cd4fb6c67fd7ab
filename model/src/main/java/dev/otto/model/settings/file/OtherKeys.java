package dev.otto.model.settings.file;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Keys that people may know and that are not obeyed: those that have gone, and those that are not
/// there yet. What stands below them belongs to them.
final class OtherKeys {
  /// Keys of the earlier system, and what became of them.
  private static final Map<String, String> GONE =
      Map.of(
          "queue.on_watcher_restart", "runs always go on after a restart",
          "queue.merge_certifier_mode", "what lands was audited",
          "queue.bookkeeping_files", "no file of Otto's lies beside the code",
          "default_pipeline", "there is one pipeline",
          "split_mode", "groups are always built side by side",
          "memory", "what agents are to know stands in AGENTS.md",
          "audit.pre_merge_audit_groups", "what is audited is the merged product",
          "audit.walkthrough_per_feature", "each clause is judged by its own checks");

  private static final String GONE_WITH_NUMBER = "v5_";

  /// Keys that are to come, and what there is until then.
  private static final Map<String, String> TO_COME =
      Map.ofEntries(
          Map.entry("default_branch", "a run begins at the commit that is checked out"),
          Map.entry("test_command", "the spec names the checks"),
          Map.entry("agents.per_group", "all groups are built by `agents.build`"),
          Map.entry("budgets.total_repair_wall_s", "use `otto run --budget 60m`"),
          Map.entry("spec_timeout", "use `otto run --call-timeout`"),
          Map.entry("strict_mode", "every verdict is strict"),
          Map.entry("allow_dirty_repo", "changes that are not committed are left out and told"),
          Map.entry("queue.concurrent", "there is no queue"),
          Map.entry("queue.worktree_dir", "worktrees lie in Otto's home"),
          Map.entry("queue.task_timeout_s", "there is no queue"),
          Map.entry("build.group_concurrent", "four agents work at once"),
          Map.entry("retries.check_loop.timeout_per_attempt_s", "use `otto run --call-timeout`"),
          Map.entry(
              "retries.audit_loop.max_repair_attempts_per_run", "use `otto run --max-rounds`"),
          Map.entry("max_certify_rounds", "there is no job `certify`"),
          Map.entry("certifier_mode", "there is no job `certify`"),
          Map.entry("skip_product_qa", "there is no job `build`"),
          Map.entry("caches", "those of Maven, npm, pnpm, pip, Gradle, cargo and go are found"));

  private OtherKeys() {}

  /// What became of a key that has gone.
  static Optional<String> gone(String name) {
    return name.startsWith(GONE_WITH_NUMBER)
        ? Optional.of("it chose among ways that are one now")
        : Optional.ofNullable(GONE.get(name));
  }

  /// What there is instead of a key that is to come.
  static Optional<String> toCome(String name) {
    return Optional.ofNullable(TO_COME.get(name));
  }

  /// Whether something else than this name itself stands below it.
  static boolean group(String name) {
    return Stream.concat(GONE.keySet().stream(), TO_COME.keySet().stream())
        .anyMatch(key -> key.startsWith(name + "."));
  }
}
