package dev.otto.activities.git;

import dev.otto.model.project.Baggage;

/// One file of a tree, as git lists it.
///
/// @param object its content
public record TreeEntry(String path, String mode, String object) {
  private static final String LINK = "120000";
  private static final String POINTER = "160000";

  /// Reads `100644 blob <object>`, a tab and the path.
  static TreeEntry of(String line) {
    var tab = line.indexOf('\t');
    var words = line.substring(0, tab).split(" ", -1);
    return new TreeEntry(line.substring(tab + 1), words[0], words[2]);
  }

  /// The same as a piece of what a repository brings along.
  public Baggage.Piece piece() {
    return new Baggage.Piece(path, mode, object);
  }

  /// Whether it is a symbolic link, whose content is where it leads.
  public boolean link() {
    return mode.equals(LINK);
  }

  /// Whether it has content of its own: it is neither a link nor the pointer to a submodule.
  public boolean file() {
    return !link() && !mode.equals(POINTER);
  }
}
