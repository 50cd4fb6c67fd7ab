package dev.otto.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/// The files of the demo, which lie in the jar below `/demo` and are listed there in `index.txt`.
public final class DemoFiles {
  private static final String BASE = "base/";
  private static final String HIDDEN = "dot-";

  private DemoFiles() {}

  /// Copies the recipe and all that it needs to the folder and returns the recipe's path.
  public static Path recipe(Path folder) throws IOException {
    for (var name : names()) {
      if (!name.startsWith(BASE)) {
        copy(name, folder.resolve(name));
      }
    }
    return folder.resolve("recipe.yaml");
  }

  /// Copies what the demo's project holds before the run.
  public static void base(Path project) throws IOException {
    for (var name : names()) {
      if (name.startsWith(BASE)) {
        copy(name, project.resolve(shown(name.substring(BASE.length()))));
      }
    }
  }

  static List<String> names() throws IOException {
    try (var index = open("index.txt")) {
      return new String(index.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /// Build tools leave out files like `.gitignore`, so they have another name in the jar.
  private static String shown(String name) {
    return name.startsWith(HIDDEN) ? "." + name.substring(HIDDEN.length()) : name;
  }

  private static void copy(String name, Path file) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    try (var content = open(name)) {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(DemoFiles.class.getResourceAsStream("/demo/" + name), name);
  }
}
