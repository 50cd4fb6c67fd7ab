package portal.domain;

/// What somebody paid for the company, and what was decided about it. It never changes: a decision gives a new one.
public record Expense(String id, String owner, String title, Money amount, State state) {
  private static final int LONGEST = 120;

  public Expense {
    if (title.isBlank()) {
      throw new Invalid("Say what the money was spent on.");
    }
    if (title.length() > LONGEST) {
      throw new Invalid("Use at most " + LONGEST + " characters.");
    }
  }

  /// A new expense, which waits for a decision.
  public static Expense submitted(String id, String owner, String title, String amount) {
    return new Expense(id, owner, title.strip(), Money.typed(amount), new State.Pending());
  }

  public Expense approved(String by) {
    return decided(by, new State.Approved(by));
  }

  public Expense rejected(String by, String why) {
    return decided(by, new State.Rejected(by, why.strip()));
  }

  public boolean pending() {
    return state instanceof State.Pending;
  }

  private Expense decided(String by, State decision) {
    if (!pending()) {
      throw new Invalid("This expense is " + state.word() + " already.");
    }
    if (by.equals(owner)) {
      throw new Invalid("Nobody decides about an expense of their own.");
    }
    return new Expense(id, owner, title, amount, decision);
  }
}
