package dev.otto.model.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What sort of product a person asks for. Without it the spec agent looks what is there, and
/// proposes one.
public enum ProjectKind {
  @JsonProperty("webapp")
  WEBAPP,
  @JsonProperty("cli")
  CLI,
  @JsonProperty("library")
  LIBRARY,
  @JsonProperty("api")
  API,
  @JsonProperty("service")
  SERVICE;

  /// The word of specs and of the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind of that word; `web` is another word for `webapp`.
  public static Optional<ProjectKind> named(String word) {
    var known = word.equals("web") ? "webapp" : word;
    return Arrays.stream(values()).filter(one -> one.word().equals(known)).findFirst();
  }

  /// All of them, for people.
  public static String words() {
    return Arrays.stream(values()).map(ProjectKind::word).collect(Collectors.joining(", "));
  }
}
