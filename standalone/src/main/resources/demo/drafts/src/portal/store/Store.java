package portal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portal.domain.Expense;

/// All expenses. Every change is one line at the end of a file, so a restart finds them again.
public final class Store {
  private final Path file;
  private final Map<String, Expense> expenses = new LinkedHashMap<>();

  private Store(Path file) {
    this.file = file;
  }

  /// The store in that folder, with what was stored there before.
  public static Store in(Path folder) {
    try {
      var store = new Store(Files.createDirectories(folder).resolve("expenses.log"));
      if (Files.exists(store.file)) {
        for (var line : Files.readAllLines(store.file)) {
          var expense = Line.read(line);
          store.expenses.put(expense.id(), expense);
        }
      }
      return store;
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /// Keeps the expense; one with the same id is replaced.
  public synchronized void put(Expense expense) {
    try {
      Files.writeString(
          file,
          Line.of(expense) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
      expenses.put(expense.id(), expense);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  public synchronized Optional<Expense> named(String id) {
    return Optional.ofNullable(expenses.get(id));
  }

  /// All expenses, the newest first.
  public synchronized List<Expense> all() {
    return new ArrayList<>(expenses.values()).reversed();
  }

  public List<Expense> of(String owner) {
    return all().stream().filter(expense -> expense.owner().equals(owner)).toList();
  }

  /// An id that is not used yet.
  public synchronized String nextId() {
    return "e" + (expenses.size() + 1);
  }
}
