package dev.otto.model.group;

import dev.otto.model.CommitId;
import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import java.time.Instant;
import java.util.List;

/// Work of a group that was put away before its folder was cleared, since it was on no branch.
///
/// @param number which of the group's, from 1
/// @param files how many files differ from what the folder was laid out with
/// @param branch the branch as which it can be, or has been, brought back
public record SalvageView(
    RunId run,
    GroupId group,
    int number,
    CommitId commit,
    Instant at,
    int files,
    String repository,
    String branch) {
  /// All there are, the newest first, and the folders with what git could not keep.
  public record Page(List<SalvageView> salvaged, List<String> folders) {
    public Page {
      salvaged = List.copyOf(salvaged);
      folders = List.copyOf(folders);
    }
  }

  /// Which of them is to be brought back.
  public record Wanted(String run, String group, int number) {}

  /// The word by which it is named.
  public String name() {
    return "%s/%s/%d".formatted(run, group, number);
  }
}
