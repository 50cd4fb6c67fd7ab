package dev.otto.activities.host;

import dev.otto.workflows.run.Presence;

/// The presence of a host: who is asked is there.
public final class HostPresence implements Presence {
  @Override
  public void answer() {
    // That it answers is the answer.
  }
}
