package dev.otto.activities.git;

/// One path that differs between two trees, as git's raw diff has it.
///
/// @param mode what it is now: `000000` if it is gone
/// @param object its content now
record TreeChange(String path, String mode, String object) {
  private static final String NOTHING = "000000";

  /// Reads `:100644 100755 <old> <new> M` and the path that follows it.
  static TreeChange of(String raw, String path) {
    var words = raw.substring(1).split(" ", -1);
    return new TreeChange(path, words[1], words[3]);
  }

  boolean gone() {
    return mode.equals(NOTHING);
  }

  /// Whether both cannot stand in one tree, because one would be the other's folder.
  boolean excludes(TreeChange other) {
    return other.path.startsWith(path + "/") || path.startsWith(other.path + "/");
  }

  /// The line that gives an index this change.
  String line() {
    return "%s %s\t%s".formatted(mode, object, path);
  }
}
