package dev.otto.activities.call;

import dev.otto.activities.agent.AgentOutcome;
import dev.otto.activities.gateway.Bound;
import dev.otto.activities.gateway.Wire;
import dev.otto.activities.process.cell.Cell;
import dev.otto.model.call.Loss;
import dev.otto.model.call.Usage;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.Price;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// What a call may use of its budget. Once it has used more, by its own account or by what passed
/// the gateway, its next question is refused there; an agent that does not ask there, or asks again
/// all the same, is ended.
final class Allowance implements Bound {
  private static final String WHY = "its share of the budget is used up";
  private static final int MOST_REFUSALS = 4;

  private final Limits share;
  private final Usage before;
  private final Optional<Price> price;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicReference<Optional<Cell>> agent = new AtomicReference<>(Optional.empty());
  private volatile boolean refusing;

  /// Of a call whose earlier tries have used this without having said so, and whose model costs
  /// that much, where somebody knows.
  Allowance(Limits share, Usage before, Optional<Price> price) {
    this.share = share;
    this.before = before;
    this.price = price;
  }

  /// The agent that is ended if need be.
  ///
  /// @param asks whether it asks its model through the gateway, which refuses it first
  void of(Cell cell, boolean asks) {
    refusing = asks;
    agent.set(Optional.of(cell));
    endIfNobodyRefuses();
  }

  @Override
  public void passed(Wire wire) {
    tokens(wire.input() + wire.output());
    price.map(known -> known.of(wire.input(), wire.cached(), wire.output())).ifPresent(this::usd);
  }

  @Override
  public boolean usedUp() {
    if (over.get() && refusals.incrementAndGet() > MOST_REFUSALS) {
      end();
    }
    return over.get();
  }

  /// So much it says that it has used.
  void used(Usage said) {
    tokens(said.inputTokens() + said.outputTokens());
    price.map(said::priced).orElse(said).usd().ifPresent(this::usd);
  }

  /// What a call came to that could not go on within its share: its agent did not answer.
  AgentOutcome judged(AgentOutcome outcome, boolean refused) {
    var cut =
        switch (outcome) {
          case AgentOutcome.Succeeded _ -> false;
          case AgentOutcome.Failed _ -> refused;
          case AgentOutcome.Lost(var loss, _, _) ->
              loss == Loss.OTTO_ENDED ? ended.get() : refused && loss != Loss.ACCOUNT;
        };
    return cut
        ? new AgentOutcome.Lost(
            Loss.BUDGET, "Its share of the budget is used up.", Optional.empty())
        : outcome;
  }

  private void tokens(long used) {
    var all = before.inputTokens() + before.outputTokens() + used;
    if (share.tokens().filter(most -> all > most).isPresent()) {
      isOver();
    }
  }

  private void usd(BigDecimal used) {
    var all = before.usd().orElse(BigDecimal.ZERO).add(used);
    if (share.usd().filter(most -> all.compareTo(most) > 0).isPresent()) {
      isOver();
    }
  }

  private void isOver() {
    over.set(true);
    endIfNobodyRefuses();
  }

  private void endIfNobodyRefuses() {
    if (over.get() && !refusing) {
      end();
    }
  }

  private void end() {
    agent
        .get()
        .ifPresent(cell -> {
          ended.set(true);
          cell.end(WHY);
        });
  }
}
