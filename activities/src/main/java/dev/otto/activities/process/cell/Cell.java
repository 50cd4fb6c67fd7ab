package dev.otto.activities.process.cell;

import dev.otto.activities.process.Child;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.ProcessIdentity;
import java.util.concurrent.CompletableFuture;

/// One Cell with the command that runs in it. It ends with the command, and the command with it.
public final class Cell {
  private final Child child;
  private final Reach reach;

  Cell(Child child, Reach reach) {
    this.child = child;
    this.reach = reach;
  }

  /// The process that is written down: ending it ends all of the Cell.
  public ProcessIdentity identity() {
    return child.identity();
  }

  /// The way to what listens inside. Without [CellPlan#withReach], it leads only to where the
  /// network is shared.
  public Reach reach() {
    return reach;
  }

  /// Ends the command, gently first; the reason becomes part of the outcome.
  public void end(String reason) {
    child.end(reason);
  }

  /// Says that the command gave a sign of life, although it may have said nothing.
  public void beat() {
    child.beat();
  }

  /// Waits for the end; a waiter that is interrupted ends the command.
  public Outcome outcome() {
    return child.outcome();
  }

  /// The outcome, for those who do not want to wait.
  public CompletableFuture<Outcome> ended() {
    return child.ended();
  }
}
