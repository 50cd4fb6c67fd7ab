package dev.otto.api.run;

import dev.otto.api.part.Store;
import dev.otto.model.RunId;
import dev.otto.model.run.RunRefusal;
import dev.otto.store.run.Runs;
import java.util.regex.Pattern;

/// Finds the run that a person means: by its id, by the start of it, or by `latest`.
public record RunNames(Store store) {
  private static final String LATEST = "latest";
  private static final Pattern START = Pattern.compile("[0-9a-f-]{1,24}");

  public RunId named(String name) {
    if (name.equals(LATEST)) {
      return store.ask(Runs.class, Runs::latest).map(RunId::new).orElseThrow(() -> none(name));
    }
    if (!START.matcher(name).matches()) {
      throw none(name);
    }
    return store.ask(Runs.class, runs -> runs.named(name)).isPresent()
        ? new RunId(name)
        : starting(name);
  }

  private RunId starting(String start) {
    var found =
        store.ask(Runs.class, runs -> runs.startingWith(start)).stream().map(RunId::new).toList();
    if (found.isEmpty()) {
      throw none(start);
    }
    if (found.size() > 1) {
      throw new RunRefusal.Ambiguous(start, found).refused();
    }
    return found.getFirst();
  }

  private static RuntimeException none(String name) {
    return new RunRefusal.NoSuchRun(name).refused();
  }
}
