package dev.otto.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/// The small git repository that a demo works in: one commit of the bundled files.
final class DemoRepository {
  private static final PersonIdent AUTHOR = new PersonIdent("Otto demo", "demo@otto.invalid");

  private DemoRepository() {}

  /// Makes the repository in this folder, which must be empty or not there yet.
  static Path in(Path folder) {
    try {
      Files.createDirectories(folder);
      try (var files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new FolderNotEmpty(folder).refused();
        }
      }
      DemoFiles.base(folder);
      commit(folder);
      return folder.toRealPath();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// The bundled recipe, laid out in this folder.
  static Path recipe(Path folder) {
    try {
      return DemoFiles.recipe(folder);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// A folder of this name with the first number that is free.
  static Path free(Path parent, String name) {
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> parent.resolve(name + "-" + number))
        .filter(folder -> !Files.exists(folder))
        .findFirst()
        .orElseThrow();
  }

  private static void commit(Path folder) {
    try (var git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("What there was before")
          .setAuthor(AUTHOR)
          .setCommitter(AUTHOR)
          .setSign(false)
          .setNoVerify(true)
          .call();
    } catch (GitAPIException trouble) {
      throw new IllegalStateException("the demo's repository cannot be made", trouble);
    }
  }
}
