package dev.otto.activities.audit;

import dev.otto.activities.git.Clone;
import dev.otto.model.TreeId;
import dev.otto.model.audit.Findings;
import dev.otto.model.check.Check;
import dev.otto.model.spec.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The sealed oracles of a spec: bytes fixed with it, or taken from the base commit.
final class Oracles {
  private final Clone clone;
  private final Spec spec;
  private final TreeId base;

  Oracles(Clone clone, Spec spec, TreeId base) {
    this.clone = clone;
    this.spec = spec;
    this.base = base;
  }

  /// The checks whose oracle differs in this tree; files beside an oracle are no difference.
  List<Findings.Tampered> tampered(TreeId tree) {
    return commands()
        .map(check -> new Findings.Tampered(check.id(), differing(check, tree)))
        .filter(one -> !one.paths().isEmpty())
        .toList();
  }

  /// Puts every oracle into the folder as it was sealed, whatever is there.
  void restore(Path folder) {
    commands().forEach(check -> sealed(check).forEach((path, bytes) -> write(folder, path, bytes)));
  }

  private Stream<Check.Command> commands() {
    return spec.checks().stream()
        .filter(Check.Command.class::isInstance)
        .map(Check.Command.class::cast);
  }

  private List<String> differing(Check.Command check, TreeId tree) {
    return sealed(check).entrySet().stream()
        .filter(one ->
            !clone
                .trees()
                .file(tree, one.getKey())
                .filter(bytes -> Arrays.equals(bytes, one.getValue()))
                .isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, byte[]> sealed(Check.Command check) {
    var files = new LinkedHashMap<String, byte[]>();
    check
        .oracle()
        .files()
        .forEach(file -> files.put(file.path(), file.text().getBytes(StandardCharsets.UTF_8)));
    if (!check.oracle().base().isEmpty()) {
      clone.trees().paths(base).stream()
          .filter(path -> check.oracle().base().stream().anyMatch(glob -> glob.matches(path)))
          .forEach(
              path -> clone.trees().file(base, path).ifPresent(bytes -> files.put(path, bytes)));
    }
    return files;
  }

  private static void write(Path folder, String path, byte[] bytes) {
    var file = folder.resolve(path).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalStateException("an oracle lies outside the product: " + path);
    }
    try {
      real(folder, file.resolveSibling(""));
      if (Files.isSymbolicLink(file)) {
        Files.delete(file);
      }
      if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
        return;
      }
      Files.write(file, bytes);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /// Makes the folders to a file; whatever else stands in their place is removed.
  private static void real(Path top, Path folder) throws IOException {
    if (folder.equals(top) || Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    real(top, folder.resolveSibling(""));
    Files.deleteIfExists(folder);
    Files.createDirectory(folder);
  }
}
