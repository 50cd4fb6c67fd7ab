package dev.otto.model.run;

import dev.otto.model.budget.Ledger;
import dev.otto.model.budget.Reservation;
import dev.otto.model.budget.Spending;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Usage;
import java.math.BigDecimal;

/// What the events of calls mean to the ledger. What nobody told of its cost counts with what was
/// set aside for it, never as nothing.
final class Settlement {
  private Settlement() {}

  static Ledger of(Ledger ledger, CallEvent event) {
    var order = event.order();
    return switch (event) {
      case CallEvent.Ordered _, CallEvent.GoesOn _, CallEvent.SetAside _ -> ledger;
      case CallEvent.Reserved(_, var share) ->
          ledger.reserved(new Reservation(order.id(), order.group(), share));
      case CallEvent.Answered(_, _, var used) ->
          settled(ledger, order, used, ledger.of(order.id()).isPresent() ? 1 : 0);
      case CallEvent.NeedsPerson(_, _, _, var used) -> settled(ledger, order, used, 0);
      case CallEvent.Moved moved -> settled(ledger, order, moved.usage(), 0);
      case CallEvent.Lost lost when lost.untold() -> ledger;
      case CallEvent.Lost lost -> settled(ledger, order, lost.usage(), 0);
      case CallEvent.Limited _ -> ledger.released(order.id());
    };
  }

  private static Ledger settled(Ledger ledger, CallOrder order, Usage used, int atLeast) {
    var aside = ledger.of(order.id()).flatMap(one -> one.share().usd());
    var usd =
        used.usd()
            .orElseGet(() -> used.calls() == 0 ? BigDecimal.ZERO : aside.orElse(BigDecimal.ZERO));
    return ledger.settled(
        order.id(),
        order.group(),
        new Spending(
            used.inputTokens() + used.outputTokens(), usd, Math.max(atLeast, used.calls())));
  }
}
