package dev.otto.standalone.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A user's repository with real git, made from files of the test resources.
record Repository(Path folder) {
  /// A repository with one commit of these files.
  static Repository of(Path folder, Path files) {
    try {
      var repository = empty(folder);
      try (var all = Files.walk(files)) {
        for (var file : all.filter(Files::isRegularFile).toList()) {
          var target = folder.resolve(files.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
      repository.git("add", "-A");
      repository.git("commit", "-q", "-m", "base");
      return repository;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// A repository without a commit.
  static Repository empty(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    var repository = new Repository(folder);
    repository.git("init", "-q", "-b", "main");
    return repository;
  }

  void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// Git as the user calls it, but that looking changes nothing.
  String git(String... words) {
    var command = new java.util.ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(words));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "GIT_AUTHOR_NAME",
                "Ada",
                "GIT_AUTHOR_EMAIL",
                "ada@example.org",
                "GIT_COMMITTER_NAME",
                "Ada",
                "GIT_COMMITTER_EMAIL",
                "ada@example.org",
                "GIT_CONFIG_GLOBAL",
                "/dev/null",
                "GIT_OPTIONAL_LOCKS",
                "0"));
    try {
      var process = builder.start();
      var text =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + text);
      }
      return text.strip();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
