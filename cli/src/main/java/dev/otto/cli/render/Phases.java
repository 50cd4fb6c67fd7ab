package dev.otto.cli.render;

import dev.otto.model.run.Phase;
import dev.otto.model.run.RunView;
import java.util.ArrayList;
import java.util.List;

/// The phases of a run on one line: what is done, where it is, what comes.
final class Phases {
  private Phases() {}

  static Line of(RunView run, boolean gated) {
    var shown = shown(run, gated);
    var line = Line.EMPTY;
    for (var phase : shown) {
      line =
          (line.pieces().isEmpty() ? line : line.and("  "))
              .and(words(phase, run), look(phase, run));
    }
    return line;
  }

  /// A run without a gate has no review, and one that needs no repair has none.
  private static List<Phase> shown(RunView run, boolean gated) {
    var shown = new ArrayList<>(List.of(Phase.values()));
    if (!gated && run.phase() != Phase.REVIEW) {
      shown.remove(Phase.REVIEW);
    }
    if (run.round() < 2 && run.phase() != Phase.REPAIR) {
      shown.remove(Phase.REPAIR);
    }
    return shown;
  }

  private static String words(Phase phase, RunView run) {
    if (done(phase, run)) {
      return "✓ " + phase.word();
    }
    if (phase != run.phase()) {
      return "· " + phase.word();
    }
    return "▸ " + phase.word() + (run.round() > 1 ? " (round " + run.round() + ")" : "");
  }

  private static Paint look(Phase phase, RunView run) {
    if (done(phase, run)) {
      return Paint.GOOD;
    }
    return phase == run.phase() ? Paint.BOLD : Paint.DIM;
  }

  private static boolean done(Phase phase, RunView run) {
    return run.verdict().isPresent() || phase.compareTo(run.phase()) < 0;
  }
}
