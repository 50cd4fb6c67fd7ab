package dev.otto.model.settings;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who thinks in a run, role by role; fixed with its creation.
public record Agents(AgentChoice spec, AgentChoice build, AgentChoice audit, AgentChoice fix) {
  public Agents {
    requireNonNull(spec);
    requireNonNull(build);
    requireNonNull(audit);
    requireNonNull(fix);
  }

  /// The same in every role.
  public static Agents all(AgentChoice choice) {
    return new Agents(choice, choice, choice, choice);
  }

  /// What is chosen for each role.
  public static Agents each(Function<Role, AgentChoice> choice) {
    return new Agents(
        choice.apply(Role.SPEC),
        choice.apply(Role.BUILD),
        choice.apply(Role.AUDIT),
        choice.apply(Role.FIX));
  }

  public AgentChoice of(Role role) {
    return switch (role) {
      case SPEC -> spec;
      case BUILD -> build;
      case AUDIT -> audit;
      case FIX -> fix;
    };
  }

  /// The choices of all roles, and who takes their place.
  public Stream<AgentChoice> choices() {
    return Stream.of(spec, build, audit, fix).flatMap(AgentChoice::all);
  }

  /// Every provider that thinks in the run.
  public Set<String> providers() {
    return choices()
        .map(AgentChoice::provider)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  /// The providers of which only they themselves tell what they used: a budget of money cannot be
  /// enforced on them.
  public Set<String> unmetered() {
    return choices()
        .filter(AgentChoice::direct)
        .map(AgentChoice::provider)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  /// The choices as people read them, such as `claude` or `claude for spec, audit; codex for build,
  /// fix`.
  public String words() {
    return told(AgentChoice::words);
  }

  /// Where the providers were named, in the same manner.
  public String reasons() {
    return told(choice -> choice.because().orElse("of old"));
  }

  private String told(Function<AgentChoice, String> words) {
    var roles = new LinkedHashMap<String, List<String>>();
    Arrays.stream(Role.values())
        .forEach(role ->
            roles.computeIfAbsent(words.apply(of(role)), _ -> new ArrayList<>()).add(role.word()));
    return roles.size() == 1
        ? roles.firstEntry().getKey()
        : roles.entrySet().stream()
            .map(entry -> entry.getKey() + " for " + String.join(", ", entry.getValue()))
            .collect(Collectors.joining("; "));
  }
}
