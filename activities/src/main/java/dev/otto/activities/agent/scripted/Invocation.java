package dev.otto.activities.agent.scripted;

import dev.otto.activities.agent.scripted.play.Pace;
import dev.otto.activities.agent.scripted.recipe.Recipe;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The command line of the scripted agent.
record Invocation(Path recipe, Path home, CallOrder order, Pace pace) {
  private static final int NO_LOSSES = 0;
  private static final Set<String> OPTIONS =
      Set.of(
          "--recipe",
          "--home",
          "--stage",
          "--group",
          "--attempt",
          "--round",
          "--try",
          "--call",
          "--speed");

  /// A command line that makes no call, said in one sentence.
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String sentence) {
      super(sentence);
    }
  }

  List<String> arguments() {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("--recipe", recipe.toString()));
    arguments.addAll(List.of("--home", home.toString()));
    arguments.addAll(List.of("--stage", order.stage().word()));
    order.group().ifPresent(group -> arguments.addAll(List.of("--group", group.value())));
    arguments.addAll(List.of("--attempt", Integer.toString(order.attempt())));
    arguments.addAll(List.of("--round", Integer.toString(order.round())));
    arguments.addAll(List.of("--try", Integer.toString(order.tries())));
    arguments.addAll(List.of("--call", order.id().value()));
    arguments.addAll(List.of("--speed", pace.word()));
    return List.copyOf(arguments);
  }

  static Invocation parse(List<String> arguments) {
    var given = new HashMap<String, String>();
    for (var i = 0; i < arguments.size(); i += 2) {
      var option = arguments.get(i);
      if (!OPTIONS.contains(option)) {
        throw new Unusable("There is no option '%s'.".formatted(option));
      }
      if (i + 1 == arguments.size()) {
        throw new Unusable("The option %s needs a value.".formatted(option));
      }
      given.put(option, arguments.get(i + 1));
    }
    try {
      return new Invocation(
          Path.of(required(given, "--recipe")),
          Path.of(required(given, "--home")),
          order(given),
          Pace.of(given.getOrDefault("--speed", "1")));
    } catch (IllegalArgumentException invalid) {
      throw new Unusable(sentence(invalid));
    }
  }

  private static CallOrder order(Map<String, String> given) {
    var stage = required(given, "--stage");
    return new CallOrder(
        new CallId(required(given, "--call")),
        Recipe.stage(stage).orElseThrow(() -> new Unusable("There is no stage '" + stage + "'.")),
        Optional.ofNullable(given.get("--group")).map(GroupId::new),
        number(given, "--attempt", 1),
        number(given, "--round", 0),
        number(given, "--try", 1),
        NO_LOSSES);
  }

  private static String required(Map<String, String> given, String option) {
    var value = given.get(option);
    if (value == null) {
      throw new Unusable("The option %s is missing.".formatted(option));
    }
    return value;
  }

  private static int number(Map<String, String> given, String option, int otherwise) {
    var value = given.get(option);
    try {
      return value == null ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException notANumber) {
      throw new Unusable("The option %s needs a number, not '%s'.".formatted(option, value));
    }
  }

  private static String sentence(IllegalArgumentException invalid) {
    var words = String.valueOf(invalid.getMessage());
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
