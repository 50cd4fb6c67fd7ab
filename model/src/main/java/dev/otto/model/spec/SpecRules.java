package dev.otto.model.spec;

import dev.otto.model.check.CheckKind;
import dev.otto.model.json.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The rules of a spec that hold between its fields; the schema holds those within one.
public final class SpecRules {
  private SpecRules() {}

  /// Every rule that the spec breaks, on a host that can prove these kinds of checks. Whether
  /// groups clash is asked when all that they name is there.
  public static List<Violation> violations(Spec spec, Set<CheckKind> provable) {
    var broken =
        Stream.of(
                IdRules.violations(spec),
                ReferenceRules.violations(spec),
                ClauseRules.violations(spec),
                CheckRules.violations(spec, provable))
            .flatMap(violations -> violations)
            .toList();
    if (!broken.isEmpty()) {
      return broken;
    }
    var circles = GroupRules.circles(spec).toList();
    return circles.isEmpty() ? GroupRules.clashes(spec).toList() : circles;
  }
}
