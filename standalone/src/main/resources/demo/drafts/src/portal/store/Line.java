package portal.store;

import java.util.ArrayList;
import java.util.List;
import portal.domain.Expense;
import portal.domain.Money;
import portal.domain.State;

/// An expense as one line of text: its parts with bars between them.
final class Line {
  private Line() {}

  static String of(Expense expense) {
    var parts = new ArrayList<String>();
    parts.addAll(List.of(expense.id(), expense.owner(), expense.title()));
    parts.add(Long.toString(expense.amount().cents()));
    parts.add(expense.state().word());
    switch (expense.state()) {
      case State.Pending _ -> {}
      case State.Approved(var by) -> parts.add(by);
      case State.Rejected(var by, var why) -> parts.addAll(List.of(by, why));
    }
    return String.join("|", parts.stream().map(Line::masked).toList());
  }

  static Expense read(String line) {
    var parts = List.of(line.split("\\|", -1)).stream().map(Line::unmasked).toList();
    var state =
        switch (parts.get(4)) {
          case "approved" -> new State.Approved(parts.get(5));
          case "rejected" -> new State.Rejected(parts.get(5), parts.get(6));
          default -> new State.Pending();
        };
    var amount = new Money(Long.parseLong(parts.get(3)));
    return new Expense(parts.get(0), parts.get(1), parts.get(2), amount, state);
  }

  private static String masked(String text) {
    return text;
  }

  private static String unmasked(String text) {
    return text;
  }
}
