package dev.otto.activities.git;

import dev.otto.model.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Paths of a run that become part of no commit, whatever the ignore files of a worktree say: what
/// was brought there from the user's folder.
public record KeptOut(ProjectHome home, RunId run) {
  /// Keeps these out from now on.
  public void are(List<String> paths) {
    try {
      Folders.made(Folders.parent(file()));
      Files.write(file(), GitNames.written(paths));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  List<String> paths() {
    try {
      return Files.exists(file()) ? GitNames.read(Files.readAllBytes(file())) : List.of();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// As words of `git ls-files`, where they count more than any file.
  List<String> words() {
    return paths().stream().flatMap(path -> Stream.of("-x", "/" + plain(path))).toList();
  }

  /// A path that is no pattern.
  private static String plain(String path) {
    return path.replaceAll("([\\\\*?\\[\\]! #])", "\\\\$1");
  }

  private Path file() {
    return home.folder().resolve("kept-out").resolve(run.value());
  }
}
