package dev.otto.workflows.run;

import io.temporal.activity.ActivityInterface;

/// Whether the host of a run is there: its worker answers at once, or nobody does.
@ActivityInterface
public interface Presence {
  void answer();
}
