package dev.otto.cli.render;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words of a command as one can type them into a shell.
public final class Words {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private Words() {}

  public static String of(List<String> argv) {
    return argv.stream().map(Words::quoted).collect(Collectors.joining(" "));
  }

  public static String quoted(String word) {
    return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
