package dev.otto.activities.agent.scripted.recipe;

import dev.otto.activities.agent.scripted.recipe.UnifiedDiff.FileDiff;
import dev.otto.activities.agent.scripted.recipe.UnifiedDiff.Hunk;
import dev.otto.activities.agent.scripted.recipe.UnifiedDiff.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lines of a diff, read from the first to the last.
final class DiffReader {
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*");

  private final List<String> lines;
  private int next;

  DiffReader(String text) {
    var ended = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    this.lines = List.of(ended.split("\n", -1));
  }

  List<FileDiff> files() {
    var files = new ArrayList<FileDiff>();
    Optional<String> mode = Optional.empty();
    while (next < lines.size()) {
      var line = lines.get(next++);
      if (line.startsWith("GIT binary patch") || line.startsWith("rename ")) {
        throw new Malformed("'%s' is not supported in a diff".formatted(line));
      }
      if (line.startsWith("diff --git ")) {
        mode = Optional.empty();
      } else if (line.startsWith("new file mode ") || line.startsWith("new mode ")) {
        mode = Optional.of(line.substring(line.length() - 3));
      } else if (line.startsWith("--- ")) {
        files.add(file(line, mode));
      }
    }
    return files;
  }

  private FileDiff file(String fromLine, Optional<String> mode) {
    if (next >= lines.size() || !lines.get(next).startsWith("+++ ")) {
      throw new Malformed("'%s' is not followed by a line with +++".formatted(fromLine));
    }
    var to = path(lines.get(next++));
    var hunks = new ArrayList<Hunk>();
    while (next < lines.size()) {
      var head = HUNK.matcher(lines.get(next));
      if (!head.matches()) {
        break;
      }
      next++;
      hunks.add(hunk(head));
    }
    return new FileDiff(path(fromLine), to, mode, hunks);
  }

  private static Optional<String> path(String line) {
    var written = line.substring(4).split("\t", 2)[0];
    if (written.equals("/dev/null")) {
      return Optional.empty();
    }
    if (!written.startsWith("a/") && !written.startsWith("b/")) {
      throw new Malformed("'%s' does not begin with a/ or b/".formatted(written));
    }
    return Optional.of(Fields.plain(written.substring(2)).orElseThrow(() -> escapes(written)));
  }

  private static Malformed escapes(String path) {
    return new Malformed("'%s' is not a plain relative path".formatted(path));
  }

  private Hunk hunk(Matcher head) {
    var before = new ArrayList<String>();
    var after = new ArrayList<String>();
    var olds = count(head.group(2));
    var news = count(head.group(4));
    while (before.size() < olds || after.size() < news || marksMissingEnd()) {
      if (next >= lines.size()) {
        throw new Malformed("the diff breaks off");
      }
      take(lines.get(next++), before, after);
    }
    return new Hunk(Integer.parseInt(head.group(1)), before, after);
  }

  private boolean marksMissingEnd() {
    return next < lines.size() && lines.get(next).startsWith("\\");
  }

  private void take(String line, List<String> before, List<String> after) {
    var mark = line.isEmpty() ? ' ' : line.charAt(0);
    var text = line.isEmpty() ? "\n" : line.substring(1) + "\n";
    switch (mark) {
      case ' ' -> {
        before.add(text);
        after.add(text);
      }
      case '-' -> before.add(text);
      case '+' -> after.add(text);
      case '\\' -> withoutEnd(lines.get(next - 2), before, after);
      default -> throw new Malformed("'%s' is no line of a hunk".formatted(line));
    }
  }

  private static void withoutEnd(String previous, List<String> before, List<String> after) {
    if (!previous.startsWith("+")) {
      chomp(before);
    }
    if (!previous.startsWith("-")) {
      chomp(after);
    }
  }

  private static void chomp(List<String> lines) {
    var last = lines.removeLast();
    lines.add(last.substring(0, last.length() - 1));
  }

  private static int count(@Nullable String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }
}
