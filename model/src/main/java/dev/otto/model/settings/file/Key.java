package dev.otto.model.settings.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A key of the settings files.
///
/// @param name its words from the top of the file, with dots between; `<name>` stands for any word
/// @param fallback what holds if nobody says anything, in words
/// @param files where it may stand
/// @param variable the variable of the environment that says the same: one of Otto's own counts
///   more than both files, one that others use too only where they are silent
/// @param since from when on a changed value counts
/// @param sentence what it is
public record Key<T>(
    String name,
    KeyType<T> type,
    String fallback,
    Set<FileKind> files,
    Optional<String> variable,
    Since since,
    String sentence) {
  private static final String ANY = "<name>";

  /// From when on a changed value counts.
  public enum Since {
    @JsonProperty("next-run")
    NEXT_RUN,
    @JsonProperty("next-start")
    NEXT_START
  }

  public Key {
    files = Set.copyOf(files);
  }

  /// Whether its variable counts more than the files.
  public boolean variableFirst() {
    return variable.filter(name -> name.startsWith("OTTO_")).isPresent();
  }

  /// Whether it is the key of that name, where any word may stand for `<name>`.
  boolean named(String wanted) {
    return name.equals(wanted) || (free() && pattern().matcher(wanted).matches());
  }

  /// Whether a word of it is the user's to choose.
  public boolean free() {
    return name.contains(ANY);
  }

  /// The word that stands for `<name>` there.
  String freeWord(String wanted) {
    var matcher = pattern().matcher(wanted);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /// Whether it is a key below that group of keys.
  boolean below(String group) {
    var words = List.of(group.split("\\.", -1));
    var mine = List.of(name.split("\\.", -1));
    if (mine.size() <= words.size()) {
      return false;
    }
    for (var at = 0; at < words.size(); at++) {
      if (!mine.get(at).equals(words.get(at)) && !mine.get(at).equals(ANY)) {
        return false;
      }
    }
    return true;
  }

  private Pattern pattern() {
    return Pattern.compile(Pattern.quote(name).replace(ANY, "\\E([^.]+)\\Q"));
  }
}
