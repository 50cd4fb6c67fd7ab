package dev.otto.api.run;

import dev.otto.api.part.Store;
import dev.otto.model.RunId;
import dev.otto.store.command.Commands;
import dev.otto.store.run.Checkpoints;
import java.util.Optional;

/// The rows of commands, each by its key: whether one was asked before, and whether it was obeyed.
public record CommandRows(Store store) {
  /// Keeps the command's row, or refuses the key if it was used for something else.
  public void keep(IdempotencyKey key, RunId run) {
    if (store.ask(Commands.class, rows -> rows.add(key.text(), key.digest(), run.value())) == 0) {
      var _ = obeyed(key);
    }
  }

  /// Whether a command of this key was obeyed; a key that was used for something else is refused.
  public boolean obeyed(IdempotencyKey key) {
    return row(key).filter(row -> row.seq() != null).isPresent();
  }

  /// Whether a command of this key was asked before.
  public boolean asked(IdempotencyKey key) {
    return row(key).isPresent();
  }

  private Optional<Commands.Row> row(IdempotencyKey key) {
    return store.ask(Commands.class, rows -> rows.named(key.text())).map(key::same);
  }

  /// Sees to it that the run has a workflow that can obey.
  public void wanted(RunId run) {
    new Checkpoints(store.jdbi().ready()).wanted(run);
  }

  /// Notes that it was obeyed, where no event says so.
  public void answer(IdempotencyKey key, RunId run, long seq) {
    store
        .jdbi()
        .ready()
        .useExtension(Commands.class, rows -> rows.answer(key.text(), run.value(), seq));
  }
}
