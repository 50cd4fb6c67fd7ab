package dev.otto.model.settings.file;

import dev.otto.model.json.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a file of settings says. Every key in it is known, may stand there, and has a value of its
/// type; what is `null` is not said.
///
/// @param notices sentences about keys that have gone
public record Written(FileKind kind, List<Said> said, List<String> notices) {
  /// How many bytes such a file may have.
  public static final int LONGEST = 64 << 10;

  public Written {
    said = List.copyOf(said);
    notices = List.copyOf(notices);
  }

  /// One key with its value.
  public record Said(Key<?> key, String name, Yaml value) {}

  public static Written nothing(FileKind kind) {
    return new Written(kind, List.of(), List.of());
  }

  /// What the text of such a file says.
  ///
  /// @throws dev.otto.model.Refusal.Refused with a [FileRefusal]
  public static Written of(FileKind kind, String text) {
    return of(kind, kind.file(), text.getBytes(StandardCharsets.UTF_8));
  }

  /// The same of a file as people call it, such as `otto.yaml of the newest commit`.
  ///
  /// @param bytes all of it, or at least one more than it may have
  public static Written of(FileKind kind, String called, byte[] bytes) {
    return new FileReader(kind, called).read(bytes);
  }

  /// What it says to that key.
  public <T> Optional<T> get(Key<T> key) {
    return said(key.name()).flatMap(it -> key.type().read(it.value()));
  }

  /// The same for a key with a word of the user's own, by that word.
  public <T> Map<String, T> each(Key<T> key) {
    var all = new LinkedHashMap<String, T>();
    said.stream()
        .filter(it -> it.key().name().equals(key.name()))
        .forEach(it ->
            key.type()
                .read(it.value())
                .ifPresent(value -> all.put(key.freeWord(it.name()), value)));
    return all;
  }

  /// Where it says something of that name.
  public Optional<Said> said(String name) {
    return said.stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
