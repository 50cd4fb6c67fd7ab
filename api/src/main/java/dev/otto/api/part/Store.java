package dev.otto.api.part;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The database, as soon as it is there.
public record Store(Late<Jdbi> jdbi) {
  /// What the question to one table comes to.
  public <T, R> R ask(Class<T> table, Function<T, R> question) {
    return jdbi.ready().withExtension(table, question::apply);
  }

  /// What several steps come to that happen together or not at all.
  public <R> R together(Function<Handle, R> steps) {
    return jdbi.ready().inTransaction(steps::apply);
  }
}
