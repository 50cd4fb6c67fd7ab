package dev.otto.activities.check;

import dev.otto.model.audit.CheckResult;
import dev.otto.model.check.Check;
import dev.otto.model.check.FileExpectation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks whether files of the product are as they are expected; links that lead out of it are not
/// followed.
record FilesCheck(CheckPlace place) {
  private static final long LARGEST = 16L << 20;

  CheckResult run(Check.Files check) {
    var faults = check.expect().stream().flatMap(one -> faults(one).stream()).toList();
    var seen = new ArrayList<String>();
    check.expect().forEach(one -> seen.add(one + ": " + faults(one)));
    var evidence = Optional.of(place.host().contents().keep(String.join("\n", seen)));
    return faults.isEmpty()
        ? new CheckResult(check.id(), CheckResult.Outcome.PASSED, "all as expected", evidence, 0)
        : new CheckResult(
            check.id(), CheckResult.Outcome.FAILED, String.join("; ", faults), evidence, 0);
  }

  private List<String> faults(FileExpectation expected) {
    var file = place.files().resolve(expected.path());
    if (expected.absent()) {
      return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          ? List.of(expected.path() + " is there")
          : List.of();
    }
    var text = text(file);
    if (text.isEmpty()) {
      return List.of(expected.path() + " is no readable file of the product");
    }
    var faults = new ArrayList<String>();
    expected.contains().stream()
        .filter(words -> !text.get().contains(words))
        .forEach(words -> faults.add("%s lacks '%s'".formatted(expected.path(), words)));
    expected.lacks().stream()
        .filter(text.get()::contains)
        .forEach(words -> faults.add("%s contains '%s'".formatted(expected.path(), words)));
    return faults;
  }

  private Optional<String> text(Path file) {
    try {
      var real = file.toRealPath();
      if (!real.startsWith(place.files().toRealPath())
          || !Files.isRegularFile(real)
          || Files.size(real) > LARGEST) {
        return Optional.empty();
      }
      return Optional.of(new String(Files.readAllBytes(real), StandardCharsets.UTF_8));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
