package dev.otto.api.sample;

import dev.otto.api.ApiParts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The parts of an Otto of which nothing is ready yet.
public final class UnreadyParts {
  private UnreadyParts() {}

  public static ApiParts all() {
    return with();
  }

  public static ApiParts with(Object... more) {
    return new ApiParts(
        Optional::empty,
        Optional::empty,
        Optional::empty,
        Optional::empty,
        "otto-test",
        new MemoryContents(),
        Set.of("scripted"),
        Set.of(),
        SampleOtto.TOKEN,
        "build-of-tests",
        Path.of("/nowhere"),
        () -> {},
        List.of(more));
  }
}
