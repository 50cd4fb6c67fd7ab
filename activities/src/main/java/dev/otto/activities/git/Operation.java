package dev.otto.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that a person has begun in a checkout and not finished, known by the file that git
/// keeps meanwhile.
public enum Operation {
  MERGE,
  REBASE,
  CHERRY_PICK,
  REVERT,
  BISECT;

  /// The operation in progress in the checkout with this git directory.
  static Optional<Operation> in(Path gitDirectory) {
    return Arrays.stream(values())
        .filter(
            one -> one.marks().stream().anyMatch(mark -> Files.exists(gitDirectory.resolve(mark))))
        .findFirst();
  }

  /// The branch that a rebase or bisect will come back to, although HEAD is detached meanwhile.
  static Optional<Ref> branchOf(Path gitDirectory) {
    return Stream.of("rebase-merge/head-name", "rebase-apply/head-name", "BISECT_START")
        .map(gitDirectory::resolve)
        .filter(Files::isRegularFile)
        .map(Operation::line)
        .map(name -> name.startsWith("refs/") ? new Ref(name) : Ref.branch(name))
        .findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<String> marks() {
    return switch (this) {
      case MERGE -> List.of("MERGE_HEAD");
      case REBASE -> List.of("rebase-merge", "rebase-apply");
      case CHERRY_PICK -> List.of("CHERRY_PICK_HEAD");
      case REVERT -> List.of("REVERT_HEAD");
      case BISECT -> List.of("BISECT_LOG");
    };
  }

  private static String line(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
