package dev.otto.activities.agent.scripted.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A diff as `git diff` writes it, for text files: every hunk must fit exactly where it says.
public record UnifiedDiff(List<FileDiff> files) {
  public UnifiedDiff {
    files = List.copyOf(files);
  }

  /// What becomes of one file. No `from` = it is new; no `to` = it goes away.
  public record FileDiff(
      Optional<String> from, Optional<String> to, Optional<String> mode, List<Hunk> hunks) {
    public FileDiff {
      hunks = List.copyOf(hunks);
    }
  }

  /// A place in the old file and the lines there, each with its line end, before and after.
  public record Hunk(int firstLine, List<String> before, List<String> after) {
    public Hunk {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /// A diff that cannot be read or does not fit.
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String sentence) {
      super(sentence);
    }
  }

  public static UnifiedDiff parse(String text) {
    var files = new DiffReader(text).files();
    if (files.isEmpty()) {
      throw new Malformed("the diff names no file");
    }
    return new UnifiedDiff(files);
  }

  /// The text with all hunks of the file applied.
  public static String applied(FileDiff diff, String text) {
    var lines = withEnds(text);
    var result = new ArrayList<String>();
    var taken = 0;
    for (var hunk : diff.hunks()) {
      var start = hunk.before().isEmpty() ? hunk.firstLine() : hunk.firstLine() - 1;
      var end = start + hunk.before().size();
      if (start < taken || end > lines.size()) {
        throw unfit(hunk);
      }
      if (!lines.subList(start, end).equals(hunk.before())) {
        throw unfit(hunk);
      }
      result.addAll(lines.subList(taken, start));
      result.addAll(hunk.after());
      taken = end;
    }
    result.addAll(lines.subList(taken, lines.size()));
    return String.join("", result);
  }

  private static Malformed unfit(Hunk hunk) {
    return new Malformed("the hunk at line %d does not fit".formatted(hunk.firstLine()));
  }

  private static List<String> withEnds(String text) {
    var lines = new ArrayList<String>();
    var start = 0;
    while (start < text.length()) {
      var end = text.indexOf('\n', start);
      var next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }
}
