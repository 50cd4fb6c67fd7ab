package dev.otto.api.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the doc comments of a type say, read from its source: the document says the same.
final class DocComments {
  private static final Pattern DECLARED = Pattern.compile("\\b(?:record|interface|enum)\\s+(\\w+)");
  private static final Pattern LINK = Pattern.compile("\\[[\\w.]*?#?(\\w+)(?:\\([^)]*\\))?\\]");

  private final List<Path> sources;
  private final Map<Class<?>, Map<String, Comment>> read = new HashMap<>();

  DocComments(Path... sources) {
    this.sources = List.of(sources);
  }

  /// The comment of a type and what it says of each component.
  record Comment(String text, Map<String, String> components) {
    static final Comment NONE = new Comment("", Map.of());
  }

  Comment of(Class<?> type) {
    var outer = type;
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    return read.computeIfAbsent(outer, this::read).getOrDefault(type.getSimpleName(), Comment.NONE);
  }

  private Map<String, Comment> read(Class<?> outer) {
    var name = outer.getName().replace('.', '/') + ".java";
    return sources.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::exists)
        .findFirst()
        .map(DocComments::comments)
        .orElse(Map.of());
  }

  private static Map<String, Comment> comments(Path source) {
    var found = new HashMap<String, Comment>();
    var lines = new ArrayList<String>();
    var open = 0;
    for (var line : lines(source)) {
      var declared = DECLARED.matcher(line);
      if (line.startsWith("///")) {
        lines.add(line.substring(3).strip());
      } else if (open > 0 || line.startsWith("@")) {
        open += count(line, '(') - count(line, ')');
      } else if (declared.find()) {
        found.putIfAbsent(declared.group(1), comment(lines));
        lines.clear();
      } else {
        lines.clear();
      }
    }
    return found;
  }

  private static Comment comment(List<String> lines) {
    var text = new StringBuilder();
    var components = new HashMap<String, String>();
    var of = Optional.<String>empty();
    for (var line : lines) {
      if (line.startsWith("@param ")) {
        var words = line.split(" ", 3);
        of = Optional.of(words[1]);
        components.put(words[1], words[2]);
      } else if (of.isPresent()) {
        components.merge(of.get(), line, (said, more) -> said + " " + more);
      } else {
        text.append(line.isEmpty() ? "\n" : line + " ");
      }
    }
    components.replaceAll((_, said) -> plain(said));
    return new Comment(plain(text.toString()), components);
  }

  private static String plain(String text) {
    return LINK.matcher(text).replaceAll("$1").strip().replaceAll(" *\\n ?", "\n");
  }

  private static List<String> lines(Path source) {
    try {
      return Files.readAllLines(source).stream().map(String::strip).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int count(String line, char sign) {
    return (int) line.chars().filter(one -> one == sign).count();
  }
}
