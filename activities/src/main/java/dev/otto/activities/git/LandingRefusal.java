package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.Refusal;
import java.nio.file.Path;
import java.util.List;

/// Why an audited commit is not brought into the user's branch.
public sealed interface LandingRefusal extends Refusal {
  record NoSuchBranch(String branch) implements LandingRefusal {}

  /// The branch has commits that the audited one does not have.
  record NotFastForward(String branch, CommitId tip, CommitId commit) implements LandingRefusal {}

  /// Files that landing would write hold work of the user.
  record FilesInTheWay(Path folder, List<String> files) implements LandingRefusal {
    public FilesInTheWay {
      files = List.copyOf(files);
    }
  }

  record CheckoutBusy(Path folder, Operation operation) implements LandingRefusal {}

  /// Another git command holds the checkout's index.
  record CheckoutLocked(Path folder) implements LandingRefusal {}

  /// The branch moved while it was being landed on.
  record BranchMoved(String branch) implements LandingRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case NoSuchBranch _ -> "no-such-branch";
      case NotFastForward _ -> "not-fast-forward";
      case FilesInTheWay _ -> "files-in-the-way";
      case CheckoutBusy _ -> "checkout-busy";
      case CheckoutLocked _ -> "checkout-locked";
      case BranchMoved _ -> "branch-moved";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case NoSuchBranch(var branch) -> "There is no branch '%s'.".formatted(branch);
      case NotFastForward(var branch, var tip, var commit) ->
          "The branch '%s' has moved on: its commit %s is not part of the audited commit %s."
              .formatted(branch, shortened(tip), shortened(commit));
      case FilesInTheWay(var folder, var files) ->
          "Landing would write over changes in %s: %s.".formatted(folder, listed(files));
      case CheckoutBusy(var folder, var operation) ->
          "A %s is in progress in %s.".formatted(operation.word(), folder);
      case CheckoutLocked(var folder) -> "Another git command is at work in %s.".formatted(folder);
      case BranchMoved(var branch) -> "The branch '%s' moved just now.".formatted(branch);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case NoSuchBranch _ -> "Name a branch that exists.";
      case NotFastForward _ ->
          "Start a run from the branch as it is now, or merge the run's branch yourself.";
      case FilesInTheWay _ -> "Commit, stash or move these files, then land again.";
      case CheckoutBusy(_, var operation) ->
          "Finish the %s or abort it, then land again.".formatted(operation.word());
      case CheckoutLocked _ ->
          "Wait for it; if none is running, remove the file index.lock of that checkout.";
      case BranchMoved _ -> "Look at it and land again.";
    };
  }

  @Override
  default Kind kind() {
    return switch (this) {
      case NoSuchBranch _ -> Kind.UNKNOWN;
      case NotFastForward _, FilesInTheWay _, CheckoutBusy _, CheckoutLocked _, BranchMoved _ ->
          Kind.CONFLICT;
    };
  }

  private static String shortened(CommitId commit) {
    return commit.hex().substring(0, 10);
  }

  private static String listed(List<String> files) {
    var shown = String.join(", ", files.subList(0, Math.min(5, files.size())));
    return files.size() <= 5 ? shown : shown + " and %d more".formatted(files.size() - 5);
  }
}
