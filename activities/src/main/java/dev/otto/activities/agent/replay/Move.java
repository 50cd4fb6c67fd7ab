package dev.otto.activities.agent.replay;

import dev.otto.activities.agent.model.Spent;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.agent.model.Turn.Step;
import java.util.ArrayList;
import java.util.List;

/// One answer of a model that plays a recipe: what it says first, and the one thing that it then
/// wants done, or that goes wrong.
///
/// @param once whether it happens in one try of the call only, as a fault does
record Move(List<Step> before, Step act, Spent spent, boolean once) {
  Move {
    before = List.copyOf(before);
  }

  /// The answer, in which the use of a tool carries this id.
  Turn turn(String id) {
    var steps = new ArrayList<Step>();
    switch (act) {
      case Step.Refuses refusal -> steps.add(refusal);
      case Step.Uses use -> {
        steps.addAll(before);
        steps.add(use.as(id));
      }
      case Step.Says _,
          Step.Thinks _,
          Step.Errs _,
          Step.Breaks _,
          Step.Stalls _,
          Step.Waits _,
          Step.RunsOut _ -> {
        steps.addAll(before);
        steps.add(act);
      }
    }
    return new Turn(steps, spent);
  }
}
