package dev.otto.activities.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A person with a folder and a plain git, configured as people have it.
record User(Path folder) {
  /// A new repository with nothing in it.
  static User beginning(Path folder, String... options) {
    var user = in(folder);
    var words = new ArrayList<>(List.of("init", "--quiet", "--initial-branch=main"));
    words.addAll(List.of(options));
    user.git(words.toArray(String[]::new));
    user.git("config", "user.name", "Ada");
    user.git("config", "user.email", "ada@example.org");
    return user;
  }

  /// A repository with one commit of `a.txt` and `src/b.txt`.
  static User withOneCommit(Path folder, String... options) {
    var user = beginning(folder, options);
    user.write("a.txt", "a\n").write("src/b.txt", "b\n").commit("Begin");
    return user;
  }

  static User in(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
    return new User(folder);
  }

  User write(String path, String content) {
    try {
      var file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  String read(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  boolean has(String path) {
    return Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /// Commits all there is, and answers with the commit.
  String commit(String message) {
    git("add", "-A");
    git("commit", "--quiet", "--allow-empty", "-m", message);
    return git("rev-parse", "HEAD");
  }

  /// A git command that succeeds; its output without the end of the line.
  String git(String... words) {
    var run = run(words);
    if (run.code != 0) {
      throw new AssertionError("git %s: %s".formatted(List.of(words), run.output));
    }
    return run.output.strip();
  }

  /// The exit code of a git command.
  int tries(String... words) {
    return run(words).code;
  }

  /// A shell script that succeeds.
  String shell(String script) {
    var run = start(List.of("sh", "-ec", script));
    if (run.code != 0) {
      throw new AssertionError("%s: %s".formatted(script, run.output));
    }
    return run.output.strip();
  }

  /// A program that succeeds.
  void runs(List<String> words) {
    var run = start(words);
    if (run.code != 0) {
      throw new AssertionError("%d: %s".formatted(run.code, run.output));
    }
  }

  private Run run(String... words) {
    var all = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
    all.addAll(List.of(words));
    return start(all);
  }

  private Run start(List<String> words) {
    try {
      var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
      builder.environment().put("HOME", "/nonexistent");
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      var process = builder.start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Run(process.waitFor(), output);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private record Run(int code, String output) {}
}
