package dev.otto.model.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.List;

/// The wire words of events, read from the annotations that fix them.
final class RunEventWords {
  private RunEventWords() {}

  static String of(RunEvent event) {
    var word = word(RunEvent.class, event);
    return switch (event) {
      case RunEvent.OfCall(var inner) -> word + "." + word(inner);
      case RunEvent.OfSpec(var inner) -> word + "." + word(inner);
      case RunEvent.OfGroup(_, var inner) -> word + "." + word(inner);
      case RunEvent.OfAudit(var inner) -> word + "." + word(inner);
      case RunEvent.Created _,
          RunEvent.Recovered _,
          RunEvent.Slept _,
          RunEvent.Opened _,
          RunEvent.Prepared _,
          RunEvent.PauseRequested _,
          RunEvent.Held _,
          RunEvent.Resumed _,
          RunEvent.BudgetRaised _,
          RunEvent.Said _,
          RunEvent.Heard _,
          RunEvent.AbortRequested _,
          RunEvent.Blocked _,
          RunEvent.Rendered _,
          RunEvent.Ended _ ->
          word;
    };
  }

  private static String word(Object inner) {
    return word(inner.getClass().getInterfaces()[0], inner);
  }

  private static String word(Class<?> sealed, Object event) {
    var types = List.of(sealed.getAnnotation(JsonSubTypes.class).value());
    return types.stream()
        .filter(type -> type.value() == event.getClass())
        .findFirst()
        .orElseThrow()
        .name();
  }
}
