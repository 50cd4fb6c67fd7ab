package dev.otto.standalone.demo;

import dev.otto.model.Refusal;
import java.nio.file.Path;

/// The demo would have to be made among other files.
record FolderNotEmpty(Path folder) implements Refusal {
  @Override
  public String code() {
    return "folder-not-empty";
  }

  @Override
  public String sentence() {
    return "The folder %s is not empty.".formatted(folder);
  }

  @Override
  public String nextStep() {
    return "Name a new or empty folder with `--dir`.";
  }

  @Override
  public Kind kind() {
    return Kind.INVALID;
  }
}
