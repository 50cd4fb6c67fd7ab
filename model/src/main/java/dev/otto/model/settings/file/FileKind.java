package dev.otto.model.settings.file;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whose settings a file holds.
public enum FileKind {
  /// In the top folder of the repository. It is not trusted: it says how its project is worked on,
  /// and names no programs, walls, ways or folders of the machine.
  @JsonProperty("project")
  PROJECT("otto.yaml"),

  /// In Otto's home.
  @JsonProperty("user")
  USER("config.yaml");

  /// How people call it.
  private final String file;

  FileKind(String file) {
    this.file = file;
  }

  public String file() {
    return file;
  }
}
