package dev.otto.activities.call;

import dev.otto.activities.gateway.Wire;
import dev.otto.activities.process.cell.Cell;
import dev.otto.model.call.Usage;
import dev.otto.model.settings.Limits;
import dev.otto.model.settings.Price;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// What a call may use of its budget: once it has used more, by its own account or by what passed
/// the gateway, its agent is ended.
final class Allowance {
  private static final String WHY = "its share of the budget is used up";

  private final Limits share;
  private final Usage before;
  private final Optional<Price> price;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicReference<Optional<Cell>> agent = new AtomicReference<>(Optional.empty());

  /// Of a call whose earlier tries have used this without having said so, and whose model costs
  /// that much, where somebody knows.
  Allowance(Limits share, Usage before, Optional<Price> price) {
    this.share = share;
    this.before = before;
    this.price = price;
  }

  /// The agent that is ended if need be.
  void of(Cell cell) {
    agent.set(Optional.of(cell));
    endIfOver();
  }

  /// So much passed the gateway.
  void passed(Wire wire) {
    tokens(wire.input() + wire.output());
    price.map(known -> known.of(wire.input(), wire.cached(), wire.output())).ifPresent(this::usd);
  }

  /// So much it says that it has used.
  void used(Usage said) {
    tokens(said.inputTokens() + said.outputTokens());
    price.map(said::priced).orElse(said).usd().ifPresent(this::usd);
  }

  private void tokens(long used) {
    var all = before.inputTokens() + before.outputTokens() + used;
    if (share.tokens().filter(most -> all > most).isPresent()) {
      over.set(true);
      endIfOver();
    }
  }

  private void usd(BigDecimal used) {
    var all = before.usd().orElse(BigDecimal.ZERO).add(used);
    if (share.usd().filter(most -> all.compareTo(most) > 0).isPresent()) {
      over.set(true);
      endIfOver();
    }
  }

  private void endIfOver() {
    if (over.get()) {
      agent.get().ifPresent(cell -> cell.end(WHY));
    }
  }
}
