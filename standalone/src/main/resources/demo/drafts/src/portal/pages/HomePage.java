package portal.pages;

import java.util.List;
import java.util.stream.Collectors;
import portal.domain.Expense;
import portal.domain.State;

/// What somebody sees who is signed in: own expenses, and for a manager those that wait for a decision.
public record HomePage(String who, boolean manager, List<Expense> mine, List<Expense> waiting, String sorry) {
  public String html() {
    return Layout.page("Expenses of " + who, header(), (manager ? decisions() : "") + own());
  }

  private String header() {
    return """
        <span>%s%s</span>
        <form method="post" action="/logout"><button class="plain">Sign out</button></form>
        """
        .formatted(Html.escaped(who), manager ? ", manager" : "");
  }

  private String decisions() {
    var rows = waiting.stream().map(HomePage::decision).collect(Collectors.joining("\n"));
    return section(
        "Waiting for you",
        waiting.isEmpty()
            ? "<p class=\"quiet\">Nothing waits for a decision.</p>"
            : table("<th>From</th><th>What for</th><th class=\"amount\">Amount</th><th></th>", rows));
  }

  private static String decision(Expense expense) {
    return """
        <tr><td>%s</td><td>%s</td><td class="amount">%s</td><td>
        <form class="inline" method="post" action="/expenses/%s/approve"><button>Approve</button></form>
        <form class="inline" method="post" action="/expenses/%s/reject"><button class="no">Reject</button></form>
        </td></tr>"""
        .formatted(
            Html.escaped(expense.owner()),
            Html.escaped(expense.title()),
            expense.amount(),
            expense.id(),
            expense.id());
  }

  private String own() {
    var rows = mine.stream().map(HomePage::row).collect(Collectors.joining("\n"));
    return section(
            "Hand in an expense",
            """
            %s
            <form method="post" action="/expenses">
            <label>What for <input name="title" maxlength="120" required></label>
            <label>Amount <input name="amount" inputmode="decimal" placeholder="12.50" required></label>
            <button>Hand in</button>
            </form>
            """
                .formatted(Layout.sorry(sorry)))
        + section(
            "Your expenses",
            mine.isEmpty()
                ? "<p class=\"quiet\">You have not handed in anything yet.</p>"
                : table("<th>What for</th><th class=\"amount\">Amount</th><th>State</th>", rows));
  }

  private static String row(Expense expense) {
    return """
        <tr id="%s"><td>%s</td><td class="amount">%s</td><td>%s</td></tr>"""
        .formatted(
            expense.id(), Html.escaped(expense.title()), expense.amount(), state(expense.state()));
  }

  private static String state(State state) {
    var more =
        switch (state) {
          case State.Pending _ -> "";
          case State.Approved(var by) -> " by " + by;
          case State.Rejected(var by, var why) -> " by " + by + (why.isEmpty() ? "" : ": " + why);
        };
    return "<span class=\"state %s\">%s</span><span class=\"quiet\">%s</span>"
        .formatted(state.word(), state.word(), Html.escaped(more));
  }

  private static String section(String title, String content) {
    return "<section>\n<h2>%s</h2>\n%s\n</section>\n".formatted(title, content);
  }

  private static String table(String head, String rows) {
    return "<table>\n<thead><tr>%s</tr></thead>\n<tbody>\n%s\n</tbody>\n</table>".formatted(head, rows);
  }
}
