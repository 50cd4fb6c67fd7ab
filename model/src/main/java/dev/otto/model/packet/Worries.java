package dev.otto.model.packet;

import dev.otto.model.audit.AuditReport;
import dev.otto.model.audit.ClauseVerdict;
import dev.otto.model.audit.ClauseVerdict.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a person should look at before trusting the product, one sentence each.
record Worries(Packet packet) {
  /// How the walls are told when none is missing.
  static final String ALL = "all: ";

  List<String> sentences() {
    var sentences = new ArrayList<String>();
    packet
        .audit()
        .ifPresent(audit -> {
          clauses(audit, Value.REFUTED, "It does not do what it should", sentences);
          clauses(audit, Value.UNPROVEN, "Nothing proves", sentences);
          marks(audit, sentences);
        });
    packet.groups().stream()
        .filter(group -> group.merged().isEmpty())
        .map(group -> "Group %s is not part of it: %s.".formatted(group.group(), group.state()))
        .forEach(sentences::add);
    packet
        .strays()
        .forEach(stray ->
            sentences.add(
                "Attempt %s of %s wrote outside its paths, which was kept apart: %s."
                    .formatted(stray.attempt(), stray.group(), String.join(", ", stray.paths()))));
    if (!packet.walls().startsWith(ALL)) {
      sentences.add("Not all walls stood around foreign code: %s.".formatted(packet.walls()));
    }
    return sentences;
  }

  private static void clauses(
      AuditReport audit, Value value, String beginning, List<String> sentences) {
    var names =
        all(audit)
            .filter(clause -> clause.value() == value)
            .map(clause -> clause.clause().value())
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      sentences.add("%s: %s.".formatted(beginning, names));
    }
  }

  /// Each mark once, with all its checks.
  private static void marks(AuditReport audit, List<String> sentences) {
    all(audit)
        .flatMap(clause -> clause.marks().entrySet().stream())
        .flatMap(marked ->
            marked.getValue().stream()
                .map(mark -> "Check %s %s.".formatted(marked.getKey(), mark.sentence())))
        .distinct()
        .forEach(sentences::add);
  }

  private static Stream<ClauseVerdict> all(AuditReport audit) {
    return Stream.of(audit.judgement().clauses(), audit.judgement().guardrails())
        .flatMap(List::stream);
  }
}
