package dev.otto.activities.process.cell;

import java.util.ArrayList;
import java.util.List;

/// Which walls stand around a Cell on this host, found by looking from inside one; and why some do
/// not, if so.
///
/// @param processes what runs inside neither sees nor outlives the Cell
/// @param network it has a loopback of its own and no other network
/// @param files it changes only what it was given, and Otto's home and the users' homes are not to
///   be seen
/// @param users it has no rights over the host's users, and none of root's
public record Walls(boolean processes, boolean network, boolean files, boolean users, String why) {
  public static Walls none(String why) {
    return new Walls(false, false, false, false, why);
  }

  Walls because(String reason) {
    return new Walls(processes, network, files, users, reason);
  }

  public boolean all() {
    return missing().isEmpty();
  }

  /// The walls that do not stand.
  public List<String> missing() {
    var missing = new ArrayList<String>();
    if (!processes) {
      missing.add("processes");
    }
    if (!network) {
      missing.add("network");
    }
    if (!files) {
      missing.add("files");
    }
    if (!users) {
      missing.add("users");
    }
    return List.copyOf(missing);
  }
}
