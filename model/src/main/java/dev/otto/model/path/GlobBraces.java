package dev.otto.model.path;

import java.util.ArrayList;
import java.util.List;

/// The braces of a glob, written out: `a/{b,c}` is `a/b` or `a/c`. They may be nested and may hold
/// a `/`.
final class GlobBraces {
  private static final int AT_MOST = 256;
  private final String pattern;

  private GlobBraces(String pattern) {
    this.pattern = pattern;
  }

  static List<String> expanded(String pattern) {
    return new GlobBraces(pattern).expanded("", pattern);
  }

  private List<String> expanded(String before, String rest) {
    var open = rest.indexOf('{');
    var stray = rest.indexOf('}');
    if (stray >= 0 && (open < 0 || stray < open)) {
      throw GlobSyntax.refused(pattern, "a } has no {");
    }
    if (open < 0) {
      return List.of(before + rest);
    }
    var close = closing(rest, open);
    var all = new ArrayList<String>();
    for (var choice : choices(rest.substring(open + 1, close))) {
      for (var inner : expanded("", choice)) {
        all.addAll(expanded(before + rest.substring(0, open) + inner, rest.substring(close + 1)));
      }
      if (all.size() > AT_MOST) {
        throw GlobSyntax.refused(
            pattern, "its braces mean more than %d patterns".formatted(AT_MOST));
      }
    }
    return all;
  }

  private int closing(String text, int open) {
    var depth = 0;
    for (var at = open; at < text.length(); at++) {
      depth += depthChange(text.charAt(at));
      if (depth == 0) {
        return at;
      }
    }
    throw GlobSyntax.refused(pattern, "a { has no }");
  }

  private static List<String> choices(String inside) {
    var choices = new ArrayList<String>();
    var depth = 0;
    var start = 0;
    for (var at = 0; at < inside.length(); at++) {
      depth += depthChange(inside.charAt(at));
      if (depth == 0 && inside.charAt(at) == ',') {
        choices.add(inside.substring(start, at));
        start = at + 1;
      }
    }
    choices.add(inside.substring(start));
    return choices;
  }

  private static int depthChange(char character) {
    return switch (character) {
      case '{' -> 1;
      case '}' -> -1;
      default -> 0;
    };
  }
}
