package dev.otto.activities.git;

/// The user's checkout as pre-flight found it.
///
/// @param within the folder that was asked about, below the top; empty for the top itself
/// @param uncommitted files that are not as in the commit, and so no part of a run
public record Checkout(UserRepository repository, String within, Head head, int uncommitted) {
  /// What a person should know before a run: nothing, or how many files stay out of it.
  public String note() {
    return switch (uncommitted) {
      case 0 -> "";
      case 1 -> "1 file is not part of this run";
      default -> uncommitted + " files are not part of this run";
    };
  }
}
