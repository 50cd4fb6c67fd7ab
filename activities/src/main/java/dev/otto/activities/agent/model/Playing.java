package dev.otto.activities.agent.model;

import dev.otto.activities.agent.model.Turn.Step;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/// One answer on its way, step by step, until it is whole or breaks.
///
/// @param closed open as long as somebody may wait for what never comes
record Playing(Dialect dialect, CountDownLatch closed) {
  void play(Turn turn) throws IOException, InterruptedException {
    dialect.begin(turn.spent());
    for (var step : turn.steps()) {
      switch (step) {
        case Step.Says(var text) -> dialect.says(text);
        case Step.Thinks(var text) -> dialect.thinks(text);
        case Step.Uses use -> dialect.uses(use);
        case Step.Waits(var time) -> Thread.sleep(time);
        case Step.RunsOut() -> {
          dialect.end(true);
          return;
        }
        case Step.Errs error -> {
          dialect.errs(error);
          return;
        }
        case Step.Stalls() -> closed.await();
        case Step.Breaks(), Step.Refuses _ -> throw new IOException("broken as the script says");
      }
    }
    dialect.end(false);
  }
}
