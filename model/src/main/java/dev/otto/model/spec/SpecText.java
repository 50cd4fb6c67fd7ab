package dev.otto.model.spec;

import dev.otto.model.check.Check;
import dev.otto.model.check.FileExpectation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A spec as a Markdown text that a person reads: what it promises, how each promise is proven, and
/// who builds what.
public final class SpecText {
  private final Spec spec;
  private final StringBuilder text = new StringBuilder();

  private SpecText(Spec spec) {
    this.spec = spec;
  }

  public static String of(Spec spec) {
    return new SpecText(spec).text();
  }

  private String text() {
    line("# " + spec.title());
    spec.features().forEach(this::feature);
    list("What must not happen", spec.guardrails().stream().map(one -> clause(one.clause())));
    list("Not part of it", spec.nonGoals().stream());
    list("Open questions", spec.openQuestions().stream());
    list("Groups", spec.groups().stream().map(SpecText::group));
    list("Checks", spec.checks().stream().map(SpecText::check));
    spec.start()
        .ifPresent(start -> {
          heading("Start");
          line("`%s`, then `GET %s`".formatted(words(start.argv()), start.ready().path()));
        });
    return text.toString();
  }

  private void feature(Feature feature) {
    list(feature.title(), feature.clauses().stream().map(SpecText::clause));
  }

  private static String clause(Clause clause) {
    return "%s (`%s`%s)"
        .formatted(clause.text(), clause.id(), clause.judged() ? ", judged" : proof(clause));
  }

  private static String proof(Clause clause) {
    return clause.checks().isEmpty() ? "" : ": " + joined(clause.checks());
  }

  private static String group(GroupSpec group) {
    var needs = group.needs().isEmpty() ? "" : ", after " + joined(group.needs());
    return "**%s** (`%s`%s): %s".formatted(group.title(), group.id(), needs, joined(group.owns()));
  }

  private static String check(Check check) {
    return "`%s`, %s: %s".formatted(check.id(), check.kindOf().word(), what(check));
  }

  private static String what(Check check) {
    return switch (check) {
      case Check.Command command -> "`" + words(command.argv()) + "`";
      case Check.Http http ->
          http.steps().stream()
              .map(step -> "`%s %s`".formatted(step.request().method(), step.request().path()))
              .collect(Collectors.joining(", "));
      case Check.Files files ->
          files.expect().stream()
              .map(FileExpectation::path)
              .map("`%s`"::formatted)
              .collect(Collectors.joining(", "));
      case Check.Browser browser -> String.join(", ", browser.journey());
    };
  }

  private static String words(List<String> argv) {
    return String.join(" ", argv);
  }

  private static String joined(List<?> things) {
    return things.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
  }

  private void list(String title, Stream<String> items) {
    var all = items.toList();
    if (!all.isEmpty()) {
      heading(title);
      all.forEach(item -> line("- " + item.strip().replaceAll("\\s*\\R\\s*", " ")));
    }
  }

  private void heading(String title) {
    text.append('\n');
    line("## " + title);
    text.append('\n');
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
