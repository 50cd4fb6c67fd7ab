package portal.web;

import java.util.List;
import java.util.stream.Collectors;
import portal.domain.Expense;

/// Expenses as programs read them.
final class Json {
  private Json() {}

  static String of(Expense expense) {
    return "{\"id\":%s,\"owner\":%s,\"title\":%s,\"amount\":%s,\"state\":%s}"
        .formatted(
            quoted(expense.id()),
            quoted(expense.owner()),
            quoted(expense.title()),
            quoted(expense.amount().toString()),
            quoted(expense.state().word()));
  }

  static String of(List<Expense> expenses) {
    return expenses.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
  }

  static String problem(String sentence) {
    return "{\"problem\":%s}".formatted(quoted(sentence));
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (var character : text.toCharArray()) {
      switch (character) {
        case '"', '\\' -> quoted.append('\\').append(character);
        default -> {
          if (character < 0x20 || character == '<') {
            quoted.append("\\u%04x".formatted((int) character));
          } else {
            quoted.append(character);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
