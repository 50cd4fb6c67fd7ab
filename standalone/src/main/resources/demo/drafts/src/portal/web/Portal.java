package portal.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import portal.accounts.Account;
import portal.accounts.Accounts;
import portal.accounts.Sessions;
import portal.domain.Expense;
import portal.domain.Invalid;
import portal.pages.HomePage;
import portal.pages.LoginPage;
import portal.store.Store;

/// The portal: pages for people below `/`, the same for programs below `/api`.
public final class Portal {
  private static final Pattern DECISION = Pattern.compile("/expenses/(\\w+)/(approve|reject)");
  private static final Pattern ONE = Pattern.compile("/expenses/(\\w+)");

  private final Store store;
  private final Accounts accounts = new Accounts();
  private final Sessions sessions = new Sessions();

  public Portal(Store store) {
    this.store = store;
  }

  public void answer(HttpExchange http) throws IOException {
    var exchange = new Exchange(http);
    try {
      answer(exchange);
    } catch (RuntimeException trouble) {
      trouble.printStackTrace();
      exchange.text(500, "Something went wrong here.");
    }
  }

  private void answer(Exchange exchange) throws IOException {
    var request = exchange.method() + " " + exchange.path();
    switch (request) {
      case "GET /health" -> exchange.text(200, "ok");
      case "POST /login" -> signIn(exchange);
      case "POST /logout" -> signOut(exchange);
      default -> {
        var who = sessions.of(exchange.token());
        if (exchange.path().startsWith("/api/")) {
          program(exchange, who);
        } else {
          person(exchange, who);
        }
      }
    }
  }

  private void signIn(Exchange exchange) throws IOException {
    var fields = exchange.fields();
    var account =
        accounts.signIn(fields.getOrDefault("name", ""), fields.getOrDefault("password", ""));
    if (account.isEmpty()) {
      exchange.page(401, new LoginPage("The name or the password is wrong.").html());
      return;
    }
    exchange.session(sessions.open(account.get()));
    exchange.home();
  }

  private void signOut(Exchange exchange) throws IOException {
    sessions.close(exchange.token());
    exchange.session("");
    exchange.home();
  }

  private void person(Exchange exchange, Optional<Account> who) throws IOException {
    if (who.isEmpty()) {
      exchange.page(exchange.path().equals("/") ? 200 : 401, new LoginPage("").html());
      return;
    }
    var account = who.get();
    var decision = DECISION.matcher(exchange.path());
    try {
      if (exchange.method().equals("GET") && exchange.path().equals("/")) {
        exchange.page(200, home(account, ""));
      } else if (exchange.method().equals("POST") && exchange.path().equals("/expenses")) {
        submit(account, exchange);
        exchange.home();
      } else if (exchange.method().equals("POST") && decision.matches()) {
        if (!account.manager()) {
          exchange.page(403, home(account, "Only managers decide."));
        } else if (decide(account, decision.group(1), decision.group(2), exchange).isEmpty()) {
          exchange.page(404, home(account, "There is no such expense."));
        } else {
          exchange.home();
        }
      } else {
        exchange.page(404, home(account, "There is no such page."));
      }
    } catch (Invalid invalid) {
      exchange.page(422, home(account, invalid.getMessage()));
    }
  }

  private void program(Exchange exchange, Optional<Account> who) throws IOException {
    if (who.isEmpty()) {
      exchange.json(401, Json.problem("Sign in first."));
      return;
    }
    var account = who.get();
    var path = exchange.path().substring("/api".length());
    var decision = DECISION.matcher(path);
    var one = ONE.matcher(path);
    try {
      if (exchange.method().equals("GET") && path.equals("/expenses")) {
        exchange.json(200, Json.of(account.manager() ? store.all() : store.of(account.name())));
      } else if (exchange.method().equals("POST") && path.equals("/expenses")) {
        exchange.json(201, Json.of(submit(account, exchange)));
      } else if (exchange.method().equals("GET") && one.matches()) {
        found(exchange, visible(account, one.group(1)));
      } else if (exchange.method().equals("POST") && decision.matches()) {
        if (!account.manager()) {
          exchange.json(403, Json.problem("Only managers decide."));
        } else {
          found(exchange, decide(account, decision.group(1), decision.group(2), exchange));
        }
      } else {
        exchange.json(404, Json.problem("There is no such path."));
      }
    } catch (Invalid invalid) {
      exchange.json(422, Json.problem(invalid.getMessage()));
    }
  }

  private Optional<Expense> visible(Account account, String id) {
    return store
        .named(id)
        .filter(expense -> account.manager() || expense.owner().equals(account.name()));
  }

  private static void found(Exchange exchange, Optional<Expense> expense) throws IOException {
    if (expense.isEmpty()) {
      exchange.json(404, Json.problem("There is no such expense."));
      return;
    }
    exchange.json(200, Json.of(expense.get()));
  }

  private synchronized Expense submit(Account account, Exchange exchange) throws IOException {
    var fields = exchange.fields();
    var expense =
        Expense.submitted(
            store.nextId(),
            account.name(),
            fields.getOrDefault("title", ""),
            fields.getOrDefault("amount", ""));
    store.put(expense);
    return expense;
  }

  private synchronized Optional<Expense> decide(
      Account manager, String id, String decision, Exchange exchange) throws IOException {
    var expense = store.named(id);
    if (expense.isEmpty()) {
      return expense;
    }
    if (decision.equals("approve")) {
      store.put(expense.get().approved(manager.name()));
    } else {
      expense.get().rejected(manager.name(), exchange.fields().getOrDefault("why", ""));
    }
    return store.named(id);
  }

  private String home(Account account, String sorry) {
    return new HomePage(
            account.shown(),
            account.manager(),
            store.of(account.name()),
            store.all().stream().filter(Expense::pending).toList(),
            sorry)
        .html();
  }
}
