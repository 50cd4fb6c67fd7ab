package dev.otto.activities.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.otto.model.settings.AgentWish;
import dev.otto.model.settings.AgentWishes;
import dev.otto.model.settings.Effort;
import dev.otto.model.settings.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a settings file says about who shall think: `provider`, `model` and `effort` for all roles,
/// the same below `agents.<role>` for one, and `max_turns_per_call`. `null` is not set.
///
/// @param file how people call it
public record WishesInFile(String file) {
  private static final List<String> KEYS = List.of("provider", "model", "effort");

  /// Roles by the words that people write.
  private static final Map<String, Role> ROLES =
      Stream.concat(
              Arrays.stream(Role.values()).map(role -> Map.entry(role.word(), role)),
              Stream.of(Map.entry("certifier", Role.AUDIT)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /// A file that says something else, in one sentence.
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String sentence) {
      super(sentence);
    }

    public String sentence() {
      return String.valueOf(getMessage());
    }
  }

  /// Whether that word below `agents` names a role.
  public static boolean role(String name) {
    return ROLES.containsKey(name);
  }

  /// The wishes of the file's whole tree, of which other keys are others'. What stands below
  /// `agents` is a role, or one of those that are left to somebody else.
  public AgentWishes read(JsonNode tree, Predicate<String> left) {
    var agents = object(tree.path("agents"), "agents");
    agents.fieldNames().forEachRemaining(name -> known(name, left));
    return new AgentWishes(
        wish(tree, ""),
        role(agents, Role.SPEC),
        role(agents, Role.BUILD),
        role(agents, Role.AUDIT),
        role(agents, Role.FIX),
        turns(tree.path("max_turns_per_call")));
  }

  private void known(String name, Predicate<String> left) {
    if (!ROLES.containsKey(name) && !left.test(name)) {
      throw new Unusable(
          "%s has no meaning for `agents.%s`; the roles are %s."
              .formatted(file, name, String.join(", ", roleWords())));
    }
  }

  private AgentWish role(JsonNode agents, Role role) {
    return ROLES.entrySet().stream()
        .filter(entry -> entry.getValue() == role)
        .map(entry -> only(agents.path(entry.getKey()), "agents." + entry.getKey()))
        .reduce(AgentWish.NONE, AgentWish::over);
  }

  private AgentWish only(JsonNode node, String place) {
    object(node, place)
        .fieldNames()
        .forEachRemaining(key -> {
          if (!KEYS.contains(key)) {
            throw new Unusable(
                "%s has no meaning for `%s.%s`; there are %s."
                    .formatted(file, place, key, String.join(", ", KEYS)));
          }
        });
    return wish(node, place + ".");
  }

  private AgentWish wish(JsonNode node, String place) {
    return new AgentWish(
        text(node.path("provider"), place + "provider"),
        text(node.path("model"), place + "model"),
        text(node.path("effort"), place + "effort").map(word -> effort(word, place)));
  }

  private Effort effort(String word, String place) {
    return Effort.named(word)
        .orElseThrow(
            () -> wrong(place + "effort", "one of low, medium, high, max, not '" + word + "'"));
  }

  private Optional<String> text(JsonNode node, String place) {
    if (absent(node)) {
      return Optional.empty();
    }
    if (!node.isTextual()
        || !node.textValue().matches("[A-Za-z0-9][A-Za-z0-9._:/@\\[\\]-]{0,127}")) {
      throw wrong(place, "a name");
    }
    return Optional.of(node.textValue());
  }

  private Optional<Integer> turns(JsonNode node) {
    if (absent(node)) {
      return Optional.empty();
    }
    if (!node.isInt() || node.intValue() < 1) {
      throw wrong("max_turns_per_call", "a number from 1");
    }
    return Optional.of(node.intValue());
  }

  private JsonNode object(JsonNode node, String place) {
    if (absent(node)) {
      return MissingNode.getInstance();
    }
    if (!node.isObject()) {
      throw wrong(place, "a list of keys with values");
    }
    return node;
  }

  private Unusable wrong(String place, String wanted) {
    return new Unusable("`%s` in %s must be %s.".formatted(place, file, wanted));
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static List<String> roleWords() {
    return Arrays.stream(Role.values()).map(role -> role.word().toLowerCase(Locale.ROOT)).toList();
  }
}
