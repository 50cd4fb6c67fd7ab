package dev.otto.model.spec;

import dev.otto.model.FeatureId;
import dev.otto.model.GroupId;
import dev.otto.model.check.SampleCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Any valid spec: the same seed, the same spec.
public final class AnySpec {
  private static final List<String> SHARED = List.of("package.json", "src/{a,b}.js", "docs/**");
  private final Random random;
  private final SampleSpec spec = SampleSpec.empty();
  private final List<String> checks = new ArrayList<>();

  private AnySpec(Random random) {
    this.random = random;
  }

  public static Spec of(long seed) {
    return new AnySpec(new Random(seed)).spec();
  }

  private Spec spec() {
    var size = 1 + random.nextInt(7);
    var order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, random);
    spec.title("Spec of " + size);
    IntStream.range(0, size).forEach(i -> group(i, order));
    if (chance(2)) {
      feature("spread", IntStream.range(0, size).boxed().filter(_ -> chance(2)).toList());
    }
    guardrails(size);
    demands();
    return spec.spec();
  }

  /// A group needs only those that come before it in a hidden order.
  private void group(int i, List<Integer> order) {
    var before = order.subList(0, order.indexOf(i));
    var needs = before.stream().filter(_ -> chance(3)).map(n -> "g" + n).toList();
    var features = i > 0 && chance(4) ? List.<String>of() : List.of("f" + i);
    if (!features.isEmpty()) {
      spec.feature("f" + i, clauses("f" + i));
    }
    spec.group(
        "g" + i,
        features,
        needs,
        owns(i),
        SHARED.stream().filter(_ -> chance(3)).toList(),
        some(checks));
  }

  private List<String> owns(int i) {
    return chance(2)
        ? List.of("own/g" + i + "/**")
        : List.of("own/g" + i + "/**/*.js", "own/g" + i + ".{json,md}");
  }

  private Clause[] clauses(String feature) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(i -> clause(feature + "-c" + i))
        .toArray(Clause[]::new);
  }

  private Clause clause(String id) {
    return switch (random.nextInt(4)) {
      case 0 -> SampleSpec.judged(id);
      case 1 -> SampleSpec.kept(id, check(id));
      case 2 -> SampleSpec.clause(id, check(id), check(id + "-too"));
      default -> SampleSpec.clause(id, check(id));
    };
  }

  private String check(String id) {
    checks.add(id);
    switch (random.nextInt(5)) {
      case 0 -> spec.check(SampleCheck.selfWritten(id));
      case 1 -> spec.check(SampleCheck.files(id));
      case 2 -> spec.check(SampleCheck.http(id)).started();
      case 3 -> spec.check(SampleCheck.ofBase(id));
      default -> spec.check(SampleCheck.sealed(id));
    }
    return id;
  }

  /// A feature that several groups build.
  private void feature(String id, List<Integer> groups) {
    spec.feature(id, clauses(id));
    spec.group(
        "ground",
        List.of(id),
        groups.stream().map(n -> "g" + n).toList(),
        List.of("ground/**"),
        List.of(),
        List.of());
  }

  private void guardrails(int size) {
    if (chance(2)) {
      spec.guardrail("rail", new Guardrail.Scope.All(), check("rail-check"));
    }
    if (chance(2)) {
      var group = new GroupId("g" + random.nextInt(size));
      spec.guardrail("group-rail", new Guardrail.Scope.OneGroup(group), check("group-rail-check"));
    }
  }

  private void demands() {
    var features = spec.spec().features();
    spec.demand("do it", "question", "non-goal");
    features.stream()
        .filter(_ -> chance(2))
        .map(Feature::id)
        .map(FeatureId::value)
        .forEach(id -> spec.demand("have " + id, id + "-c0"));
  }

  private List<String> some(List<String> all) {
    return all.stream().filter(_ -> chance(3)).toList();
  }

  private boolean chance(int outOf) {
    return random.nextInt(outOf) == 0;
  }
}
