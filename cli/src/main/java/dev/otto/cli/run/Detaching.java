package dev.otto.cli.run;

import dev.otto.cli.shell.Output;
import dev.otto.model.RunId;

/// What happens when a person presses Ctrl-C while following a run: the run goes on, and they are
/// told so.
final class Detaching implements AutoCloseable {
  private final RunId run;
  private final Teller teller;
  private final Output output;
  private final Thread hook = new Thread(this::detach, "detach");

  Detaching(RunId run, Teller teller, Output output) {
    this.run = run;
    this.teller = teller;
    this.output = output;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// From here on Ctrl-C leaves nothing to be said.
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // It is being said just now.
    }
  }

  private void detach() {
    teller.close();
    output.line("");
    output.line(Sentences.detached(run));
  }
}
