package dev.otto.activities.call;

import dev.otto.activities.host.Host;
import dev.otto.model.Digest;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import dev.otto.model.group.Group;
import dev.otto.model.json.Json;
import dev.otto.model.run.Run;
import dev.otto.model.spec.GroupSpec;
import dev.otto.model.spec.Spec;
import dev.otto.model.spec.SpecReader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What agents are told. What people or other agents wrote stands between fences and is data, never
/// instruction.
final class Prompts {
  private final Host host;

  Prompts(Host host) {
    this.host = host;
  }

  /// The task, then what the repository says about itself.
  String of(Run run, CallOrder order) {
    var said = Instructions.of(host.clone(run), run.base().orElseThrow());
    var task = task(run, order) + said.words();
    return order.id().provider().map(_ -> inherited(task)).orElse(task);
  }

  /// The prompt of a call that takes the place of another provider's.
  private static String inherited(String task) {
    return "Another agent began this and could not go on; this folder is as it left it.\n" + task;
  }

  private String task(Run run, CallOrder order) {
    return switch (order.stage()) {
      case SPEC -> spec(run);
      case AUDIT -> audit(run);
      case BUILD, FIX, CONFLICT ->
          group(run, order.stage(), run.group(order.group().orElseThrow()).orElseThrow());
    };
  }

  /// The prompt of a call that goes on after it was broken off.
  static String again(String prompt) {
    return "You were interrupted, and this folder is as you left it. Go on; you were asked:\n"
        + prompt;
  }

  /// The prompt of a call that goes on with a conversation of earlier work.
  static String further(String prompt) {
    return "You worked on this before. This folder may differ from what you remember, so look"
        + " first. You are asked now:\n"
        + prompt;
  }

  private String spec(Run run) {
    var violations =
        run.compilation()
            .violations()
            .map(report -> "Your last answer broke these rules:\n" + Fenced.of(text(report)))
            .orElse("");
    return """
    Write the product contract for the intent below as one JSON document for this schema.
    Read the repository; change nothing in it.
    %s
    %s%s
    The intent:
    %s
    The schema:
    %s
    """
        .formatted(
            kind(run), wish(run), violations, Fenced.of(text(run.intent())), SpecReader.schema());
  }

  /// What a person said to the revision that they looked at.
  private String wish(Run run) {
    var compilation = run.compilation();
    return compilation
        .wish()
        .map(words ->
            """
            A person has read this earlier version of it:
            %s
            They want it written again, and say:
            %s
            Keep what they say nothing about.
            """
                .formatted(
                    Fenced.of(text(compilation.revision().orElseThrow().spec())),
                    Fenced.of(text(words))))
        .orElse("");
  }

  private static String kind(Run run) {
    return run.settings()
        .projectKind()
        .map(kind -> "Its structure must be of the kind `%s`.".formatted(kind.word()))
        .orElse("Its structure must be of the kind that fits the repository, or else the intent.");
  }

  private String group(Run run, Stage stage, Group group) {
    var spec = host.spec(run);
    var its = spec.group(group.id()).orElseThrow();
    var feedback =
        group
            .feedback()
            .map(report -> "What failed before:\n" + Fenced.of(text(report)))
            .orElse("");
    return """
    %s
    You may change only these paths: %s%s.
    Do not commit; what counts is the content of this folder.
    The features, and the checks that will be run:
    %s
    %s
    """
        .formatted(
            task(stage, its),
            paths(its),
            conflicts(group),
            Fenced.of(Json.text(its) + features(spec, its)),
            feedback);
  }

  private static String task(Stage stage, GroupSpec group) {
    return switch (stage) {
      case FIX -> "Repair the group '%s' of this product: %s.".formatted(group.id(), group.title());
      case CONFLICT ->
          "Solve the merge conflicts in this folder, keeping what both sides mean: %s."
              .formatted(group.title());
      case BUILD, SPEC, AUDIT ->
          "Build the group '%s' of this product: %s.".formatted(group.id(), group.title());
    };
  }

  private static String paths(GroupSpec group) {
    return Stream.concat(group.owns().stream(), group.shared().stream())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  private static String conflicts(Group group) {
    var paths = group.attempt().orElseThrow().conflicts();
    return paths.isEmpty() ? "" : ", and to solve the conflicts " + String.join(", ", paths);
  }

  private static String features(Spec spec, GroupSpec group) {
    return spec.features().stream()
        .filter(feature -> group.features().contains(feature.id()))
        .map(feature -> "\n" + Json.text(feature))
        .collect(Collectors.joining());
  }

  private String audit(Run run) {
    var audit = run.audits().current().orElseThrow();
    return """
    You judge a finished product and did not build it. Read this folder; change nothing.
    Judge each clause marked as judged. Point at one check of these findings as your evidence.
    Answer as JSON: {"findings":[{"clause":"…","holds":true,"evidence":"<check id>","why":"…"}],"notLookedAt":["…"]}.
    The contract:
    %s
    The findings:
    %s
    """
        .formatted(
            Fenced.of(Json.text(host.spec(run))), Fenced.of(text(audit.findings().orElseThrow())));
  }

  private String text(Digest digest) {
    return host.contents().text(digest);
  }
}
