package dev.otto.activities.agent.replay;

import java.util.List;

/// Changes of files as commands that any `sh` understands.
public final class Sh {
  private static final String AS_ALWAYS =
      "GIT_AUTHOR_NAME='Scripted Agent' GIT_AUTHOR_EMAIL=agent@example.invalid"
          + " GIT_AUTHOR_DATE=2000-01-01T00:00:00Z GIT_COMMITTER_NAME='Scripted Agent'"
          + " GIT_COMMITTER_EMAIL=agent@example.invalid GIT_COMMITTER_DATE=2000-01-01T00:00:00Z"
          + " GIT_EDITOR=true GIT_TERMINAL_PROMPT=0";

  private Sh() {}

  /// The text as one word.
  public static String word(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /// Writes the whole file.
  public static String write(String file, String text) {
    return "%s && printf %%s %s > %s".formatted(folders(file), word(text), word(file));
  }

  /// Replaces a text that is in the file exactly once; refused otherwise.
  public static String edit(String file, String find, String replace) {
    return """
    FIND=%s REPLACE=%s awk 'BEGIN { RS = "\\001" } {
      find = ENVIRON["FIND"]; at = index($0, find)
      if (!at || index(substr($0, at + 1), find)) { print "it is not there exactly once" > "/dev/stderr"; exit 1 }
      printf "%%s", substr($0, 1, at - 1) ENVIRON["REPLACE"] substr($0, at + length(find))
    }' %s > "$TMPDIR/edited" && cat "$TMPDIR/edited" > %s\
    """
        .formatted(word(find), word(replace), word(file), word(file));
  }

  static String patch(String diff) {
    return "printf %%s %s | git apply --unidiff-zero --whitespace=nowarn -".formatted(word(diff));
  }

  static String delete(String file) {
    return "rm -r -- " + word(file);
  }

  static String rename(String from, String to) {
    return "test ! -e %s && %s && mv -- %s %s"
        .formatted(word(to), folders(to), word(from), word(to));
  }

  static String chmod(String file, String mode) {
    return "chmod %s -- %s".formatted(mode, word(file));
  }

  static String symlink(String file, String target) {
    return "%s && ln -sfn -- %s %s".formatted(folders(file), word(target), word(file));
  }

  static String git(List<String> arguments) {
    var words = new StringBuilder(AS_ALWAYS).append(" git");
    arguments.forEach(argument -> words.append(' ').append(word(argument)));
    return words.toString();
  }

  /// Ends whatever runs the shell, which is the agent.
  static String crash(String signal) {
    return "kill -s %s $PPID".formatted(signal);
  }

  /// Starts a command in a session of its own and forgets it.
  static String leaveBehind(String command) {
    return "setsid sh -c %s > /dev/null 2>&1 < /dev/null &".formatted(word(command));
  }

  private static String folders(String file) {
    return "mkdir -p -- \"$(dirname -- %s)\"".formatted(word(file));
  }
}
