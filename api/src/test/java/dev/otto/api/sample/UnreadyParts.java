package dev.otto.api.sample;

import dev.otto.api.ApiParts;
import dev.otto.model.host.HostFacts.Fact;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// The parts of an Otto of which nothing is ready yet.
public final class UnreadyParts {
  private UnreadyParts() {}

  public static ApiParts all() {
    return with();
  }

  public static ApiParts with(Object... more) {
    return on(Optional.empty(), List.of(), more);
  }

  /// Only the database is there, and this is away.
  public static ApiParts troubled(Jdbi database, Fact trouble) {
    return on(Optional.of(database), List.of(trouble));
  }

  private static ApiParts on(Optional<Jdbi> database, List<Fact> trouble, Object... more) {
    return new ApiParts(
        () -> database,
        Optional::empty,
        Optional::empty,
        Optional::empty,
        () -> trouble,
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
