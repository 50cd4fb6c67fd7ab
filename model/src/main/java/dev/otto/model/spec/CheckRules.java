package dev.otto.model.spec;

import dev.otto.model.check.Check;
import dev.otto.model.check.CheckKind;
import dev.otto.model.check.HttpStep;
import dev.otto.model.json.Violation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks can be run on the host, and can fail.
final class CheckRules {
  private final Spec spec;
  private final Set<CheckKind> provable;
  private final Map<String, String> sealed = new HashMap<>();

  private CheckRules(Spec spec, Set<CheckKind> provable) {
    this.spec = spec;
    this.provable = provable;
  }

  static Stream<Violation> violations(Spec spec, Set<CheckKind> provable) {
    var rules = new CheckRules(spec, provable);
    return Placed.each("/checks", spec.checks()).flatMap(rules::violations);
  }

  private Stream<Violation> violations(Placed<Check> check) {
    var kind = check.value().kindOf();
    if (!provable.contains(kind)) {
      return Stream.of(check.broken("check", notYet(kind)));
    }
    return switch (check.value()) {
      case Check.Command command -> sealedOnce(new Placed<>(check.place(), command));
      case Check.Http http -> http(new Placed<>(check.place(), http));
      case Check.Files files -> files(new Placed<>(check.place(), files));
      case Check.Browser _ -> Stream.empty();
    };
  }

  private String notYet(CheckKind kind) {
    var others = provable.stream().sorted().map(CheckKind::word).collect(Collectors.joining(", "));
    return "this host cannot prove '%s' checks yet; it can prove %s".formatted(kind.word(), others);
  }

  private Stream<Violation> sealedOnce(Placed<Check.Command> check) {
    return check
        .each("oracle/files", command -> command.oracle().files())
        .filter(file -> {
          var before = sealed.putIfAbsent(file.value().path(), file.value().text());
          return before != null && !before.equals(file.value().text());
        })
        .map(file ->
            file.broken("'%s' is sealed twice with different text".formatted(file.value().path())));
  }

  private Stream<Violation> http(Placed<Check.Http> check) {
    var unstarted =
        spec.start().isPresent()
            ? Stream.<Violation>empty()
            : Stream.of(
                check.broken("an http check needs `start`, which says how the product is started"));
    var hopeful =
        check.value().steps().stream().anyMatch(step -> step.expect().demanding())
            ? Stream.<Violation>empty()
            : Stream.of(
                check.broken("steps", "no step expects anything, so the check could not fail"));
    var captures = check.each("steps", Check.Http::steps).flatMap(CheckRules::captures);
    return Stream.of(unstarted, hopeful, captures).flatMap(violations -> violations);
  }

  private static Stream<Violation> captures(Placed<HttpStep> step) {
    return step.value().capture().entrySet().stream()
        .flatMap(capture ->
            capture.getValue().fault().stream()
                .map(fault -> step.broken("capture/" + capture.getKey(), fault)));
  }

  private static Stream<Violation> files(Placed<Check.Files> check) {
    return check
        .each("expect", Check.Files::expect)
        .filter(file -> file.value().contradictory())
        .map(file -> file.broken("a file cannot be absent and have text in it"));
  }
}
