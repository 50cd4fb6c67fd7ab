package dev.otto.activities.git;

import dev.otto.model.Refusal;
import java.nio.file.Path;

/// Why Otto will not work with a folder or its repository.
public sealed interface GitRefusal extends Refusal {
  record NotARepository(Path folder) implements GitRefusal {}

  record BareRepository(Path folder) implements GitRefusal {}

  record OperationInProgress(Path folder, Operation operation) implements GitRefusal {}

  /// A branch of this name leaves no room for branches below it.
  record BranchInTheWay(String branch) implements GitRefusal {}

  /// The branch that a run is published to holds something else.
  record BranchTaken(String branch) implements GitRefusal {}

  /// Objects of the commit are not in the repository, as in a partial clone.
  record ObjectsMissing(Path folder) implements GitRefusal {}

  record GitTooOld(String version) implements GitRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case NotARepository _ -> "not-a-repository";
      case BareRepository _ -> "bare-repository";
      case OperationInProgress _ -> "operation-in-progress";
      case BranchInTheWay _ -> "branch-in-the-way";
      case BranchTaken _ -> "branch-taken";
      case ObjectsMissing _ -> "objects-missing";
      case GitTooOld _ -> "git-too-old";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case NotARepository(var folder) -> "%s is not in a git repository.".formatted(folder);
      case BareRepository(var folder) -> "%s is a git repository without files.".formatted(folder);
      case OperationInProgress(var folder, var operation) ->
          "A %s is in progress in %s.".formatted(operation.word(), folder);
      case BranchInTheWay(var branch) ->
          "A branch named '%s' leaves no room for Otto's branches '%1$s/…'.".formatted(branch);
      case BranchTaken(var branch) ->
          "The branch '%s' already exists and holds something else.".formatted(branch);
      case ObjectsMissing(var folder) ->
          "Some content of the commit is missing in %s.".formatted(folder);
      case GitTooOld(var version) -> "Otto needs git 2.38 or newer, this is %s.".formatted(version);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case NotARepository _ -> "Run 'git init' there, or name a folder inside a repository.";
      case BareRepository _ -> "Name a checkout of it.";
      case OperationInProgress(_, var operation) ->
          "Finish the %s or abort it, then ask again.".formatted(operation.word());
      case BranchInTheWay(var branch) ->
          "Rename it, for example with 'git branch -m %s %1$s-old'.".formatted(branch);
      case BranchTaken(var branch) ->
          "Rename or delete it: 'git branch -m %s …'.".formatted(branch);
      case ObjectsMissing _ -> "Fetch it, for example with 'git fetch --refetch --no-filter'.";
      case GitTooOld _ -> "Install a newer git.";
    };
  }

  @Override
  default Kind kind() {
    return switch (this) {
      case NotARepository _, BareRepository _ -> Kind.INVALID;
      case OperationInProgress _, BranchInTheWay _, BranchTaken _, ObjectsMissing _ ->
          Kind.CONFLICT;
      case GitTooOld _ -> Kind.UNAVAILABLE;
    };
  }
}
