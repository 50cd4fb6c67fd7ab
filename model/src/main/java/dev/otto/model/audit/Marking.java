package dev.otto.model.audit;

import dev.otto.model.CheckId;
import dev.otto.model.spec.Clause;
import dev.otto.model.spec.Spec;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is to be said of the checks of a clause, by what the audit saw of them.
record Marking(Spec spec, Clause clause, Findings findings) {
  List<Mark> of(CheckId check) {
    var marks = EnumSet.noneOf(Mark.class);
    marks.addAll(after(findings.after(check)));
    findings.base(check).flatMap(this::base).ifPresent(marks::add);
    if (spec.check(check).filter(spec::selfWritten).isPresent()) {
      marks.add(Mark.SELF_WRITTEN);
    }
    if (findings.tampered(check)) {
      marks.add(Mark.TAMPERED);
    }
    return List.copyOf(marks);
  }

  private static Set<Mark> after(Optional<CheckResult> result) {
    if (result.isEmpty()) {
      return Set.of(Mark.NOT_RUN);
    }
    return switch (result.get().outcome()) {
      case PASSED, FAILED ->
          result.get().evidence().isPresent() ? Set.of() : Set.of(Mark.NO_EVIDENCE);
      case FLAKY -> Set.of(Mark.FLAKY);
      case EMPTY -> Set.of(Mark.EMPTY);
      case UNKNOWN -> Set.of(Mark.UNKNOWN);
      case NOT_RUN -> Set.of(Mark.NOT_RUN);
    };
  }

  /// A check that could not be run on the base says nothing about it: the clause is judged after
  /// only.
  private Optional<Mark> base(CheckResult result) {
    return switch (clause.kind()) {
      case NEW ->
          switch (result.outcome()) {
            case PASSED -> Optional.of(Mark.VACUOUS);
            case FLAKY -> Optional.of(Mark.FLAKY);
            case FAILED, EMPTY, UNKNOWN, NOT_RUN -> Optional.empty();
          };
      case KEPT ->
          switch (result.outcome()) {
            case FAILED -> Optional.of(Mark.BROKEN_BEFORE);
            case FLAKY -> Optional.of(Mark.FLAKY);
            case EMPTY -> Optional.of(Mark.EMPTY);
            case PASSED, UNKNOWN, NOT_RUN -> Optional.empty();
          };
    };
  }
}
