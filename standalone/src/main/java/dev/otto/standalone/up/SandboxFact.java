package dev.otto.standalone.up;

import dev.otto.activities.process.cell.CellRefusal;
import dev.otto.activities.process.cell.Sandbox;
import dev.otto.activities.process.cell.Walls;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;

/// How the walls around foreign code stand, and whether the person can do without those that do
/// not.
final class SandboxFact {
  private static final String NAME = "sandbox";

  private SandboxFact() {}

  static Fact of(Sandbox wanted, Walls walls) {
    if (walls.all()) {
      return new Fact(NAME, Health.OK, "All walls stand around foreign code.", "");
    }
    if (wanted == Sandbox.REQUIRED) {
      var why = new CellRefusal.WallsMissing(walls.missing(), walls.why());
      return new Fact(NAME, Health.BROKEN, why.sentence(), why.nextStep());
    }
    return new Fact(
        NAME,
        Health.WARNING,
        "Around foreign code there are no walls for: %s (%s)."
            .formatted(String.join(", ", walls.missing()), walls.why()),
        wanted == Sandbox.OFF
            ? "Set sandbox to preferred in config.yaml, and restart Otto with `otto down`."
            : "Install bubblewrap and allow user namespaces.");
  }
}
