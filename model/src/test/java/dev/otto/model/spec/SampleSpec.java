package dev.otto.model.spec;

import dev.otto.model.CheckId;
import dev.otto.model.ClauseId;
import dev.otto.model.FeatureId;
import dev.otto.model.GroupId;
import dev.otto.model.check.Check;
import dev.otto.model.check.SampleCheck;
import dev.otto.model.path.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A spec in the making, with good defaults: what a test adds is what it is about.
public final class SampleSpec {
  private String title = "Greeter";
  private Structure structure = new Structure.Cli("greet", List.of("greet NAME"));
  private final List<Demand> demands = new ArrayList<>();
  private final List<Feature> features = new ArrayList<>();
  private final List<GroupSpec> groups = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Guardrail> guardrails = new ArrayList<>();
  private final List<String> nonGoals = new ArrayList<>();
  private final List<Fixture> fixtures = new ArrayList<>();
  private final List<List<String>> setup = new ArrayList<>();
  private Optional<Start> start = Optional.empty();

  private SampleSpec() {}

  /// A spec without anything in it; not valid yet.
  public static SampleSpec empty() {
    return new SampleSpec();
  }

  /// The smallest valid spec: one feature with one clause, proven by one sealed check, built by one
  /// group.
  public static Spec small() {
    return ofGroups("greeter");
  }

  /// A valid spec of these groups, each with a feature, a clause and a sealed check of its own.
  ///
  /// A group is written as `web`, `web needs api,core` or `web shares package.json`.
  public static Spec ofGroups(String... groups) {
    var spec = empty();
    Stream.of(groups).forEach(spec::group);
    return spec.spec();
  }

  /// A valid spec in which every kind of part occurs.
  public static Spec whole() {
    return empty()
        .title("Shop")
        .structure(new Structure.Webapp(List.of("/"), List.of("basket"), List.of("item")))
        .demand("sell things", "sells", "question")
        .feature("selling", clause("sells", "sells-over-http", "unit"), judged("is-pretty"))
        .feature("searching", kept("finds", "index-is-there"))
        .check(SampleCheck.session("sells-over-http"))
        .check(SampleCheck.sealed("unit"))
        .check(SampleCheck.ofBase("old-tests"))
        .check(SampleCheck.files("index-is-there"))
        .group("ground", List.of(), List.of(), List.of("*.json"), List.of(), List.of())
        .group(
            "shop",
            List.of("selling"),
            List.of("ground"),
            List.of("src/shop/**"),
            List.of("src/routes.js"),
            List.of("unit"))
        .group(
            "search",
            List.of("searching"),
            List.of("ground"),
            List.of("src/search/**"),
            List.of("src/routes.js"),
            List.of())
        .guardrail("old-tests-pass", new Guardrail.Scope.All(), "old-tests")
        .guardrail("shop-stays-small", new Guardrail.Scope.OneGroup(new GroupId("shop")), "unit")
        .guardrail(
            "search-stays-fast",
            new Guardrail.Scope.OneFeature(new FeatureId("searching")),
            "index-is-there")
        .nonGoal("payment")
        .fixture("items", "sh", "fixtures.sh")
        .setup("npm", "ci")
        .started()
        .spec();
  }

  public SampleSpec title(String title) {
    this.title = title;
    return this;
  }

  public SampleSpec structure(Structure structure) {
    this.structure = structure;
    return this;
  }

  public SampleSpec demand(String words, String... becomes) {
    demands.add(new Demand(words, List.of(becomes)));
    return this;
  }

  public SampleSpec feature(String id, Clause... clauses) {
    features.add(new Feature(new FeatureId(id), "The " + id, List.of(clauses)));
    return this;
  }

  /// A group with a feature, a clause and a sealed check of its own, written as in [#ofGroups].
  public SampleSpec group(String words) {
    var name = words.split(" ", 2)[0];
    check(SampleCheck.sealed(name + "-check"));
    feature(name + "-feature", clause(name + "-works", name + "-check"));
    return group(
        name,
        List.of(name + "-feature"),
        after(words, " needs "),
        List.of("src/" + name + "/**"),
        after(words, " shares "),
        List.of(name + "-check"));
  }

  public SampleSpec group(
      String id,
      List<String> features,
      List<String> needs,
      List<String> owns,
      List<String> shared,
      List<String> checks) {
    groups.add(
        new GroupSpec(
            new GroupId(id),
            "The " + id,
            features.stream().map(FeatureId::new).toList(),
            needs.stream().map(GroupId::new).toList(),
            owns.stream().map(Glob::new).toList(),
            shared.stream().map(Glob::new).toList(),
            checks.stream().map(CheckId::new).toList()));
    return this;
  }

  public SampleSpec check(Check check) {
    checks.add(check);
    return this;
  }

  public SampleSpec guardrail(String id, Guardrail.Scope scope, String... checks) {
    guardrails.add(new Guardrail(new ClauseId(id), "Never: " + id, scope, checkIds(checks)));
    return this;
  }

  public SampleSpec nonGoal(String words) {
    nonGoals.add(words);
    return this;
  }

  public SampleSpec fixture(String id, String... argv) {
    fixtures.add(new Fixture(id, List.of(argv)));
    return this;
  }

  public SampleSpec setup(String... argv) {
    setup.add(List.of(argv));
    return this;
  }

  /// The product starts with `sh serve.sh`.
  public SampleSpec started() {
    start = Optional.of(new Start(List.of("sh", "serve.sh"), new Start.Ready("/", 30)));
    return this;
  }

  public Spec spec() {
    return new Spec(
        Spec.SCHEMA,
        title,
        structure,
        demands,
        features,
        groups,
        checks,
        guardrails,
        nonGoals,
        List.of(),
        start,
        fixtures,
        setup);
  }

  /// A clause that must become true.
  public static Clause clause(String id, String... checks) {
    return new Clause(new ClauseId(id), "It " + id, Clause.Kind.NEW, false, checkIds(checks));
  }

  /// A clause that is true and must stay true.
  public static Clause kept(String id, String... checks) {
    return new Clause(new ClauseId(id), "Still " + id, Clause.Kind.KEPT, false, checkIds(checks));
  }

  /// A clause that only an auditor can judge.
  public static Clause judged(String id) {
    return new Clause(new ClauseId(id), "It " + id, Clause.Kind.NEW, true, List.of());
  }

  private static List<CheckId> checkIds(String... checks) {
    return Stream.of(checks).map(CheckId::new).toList();
  }

  private static List<String> after(String words, String word) {
    var at = words.indexOf(word);
    return at < 0
        ? List.of()
        : List.of(words.substring(at + word.length()).split(" ", 2)[0].split(",", -1));
  }
}
