package dev.otto.standalone.crash;

import dev.otto.standalone.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is left when a server has gone down and should not be.
record Remains(Scene scene) {
  /// Each in a few words; none is what everybody hopes for.
  List<String> all() {
    var remains = new ArrayList<String>();
    Patiently.value(
        Duration.ofSeconds(3),
        () -> Optional.of(0).filter(_ -> processes().isEmpty()),
        () -> false);
    processes().forEach(process -> remains.add("process " + process));
    for (var project : children(scene.home().projects())) {
      for (var kind : List.of("worktrees", "indexes", "shown", "private")) {
        children(project.resolve(kind)).stream()
            .flatMap(run -> children(run).stream())
            .forEach(one -> remains.add(kind + " " + one.getFileName()));
      }
      children(project.resolve("scratch")).forEach(one -> remains.add("scratch " + one));
    }
    locks(scene.folder()).forEach(lock -> remains.add("lock " + scene.folder().relativize(lock)));
    Stream.of(scene.home().owner(), scene.home().server())
        .filter(Files::exists)
        .forEach(file -> remains.add("file " + file.getFileName()));
    return remains;
  }

  private static List<Path> locks(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.git/.*\\.(lock|keep)")).toList();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// Processes that name the home in their words, environment or folder.
  private List<String> processes() {
    return processesOf(scene.home());
  }

  static List<String> processesOf(Home home) {
    return children(Path.of("/proc")).stream()
        .filter(entry -> entry.getFileName().toString().matches("\\d+"))
        .filter(entry -> !entry.getFileName().toString().equals(own()))
        .filter(entry -> names(entry, home.folder()))
        .map(entry -> entry.getFileName() + " " + text(entry.resolve("cmdline")).replace('\0', ' '))
        .toList();
  }

  private static String own() {
    return Long.toString(ProcessHandle.current().pid());
  }

  private static boolean names(Path entry, Path home) {
    return text(entry.resolve("cmdline")).contains(home + "/")
        || text(entry.resolve("environ")).contains(home.toString())
        || folder(entry).startsWith(home);
  }

  private static Path folder(Path entry) {
    try {
      return Files.readSymbolicLink(entry.resolve("cwd"));
    } catch (IOException gone) {
      return Path.of("/");
    }
  }

  static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException gone) {
      return "";
    }
  }

  static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
