package dev.otto.activities.process.cell;

import dev.otto.model.Refusal;
import java.nio.file.Path;
import java.util.List;

/// Why no Cell is made.
public sealed interface CellRefusal extends Refusal {
  /// The person wants all walls, and some do not stand.
  record WallsMissing(List<String> walls, String why) implements CellRefusal {
    public WallsMissing {
      walls = List.copyOf(walls);
    }
  }

  /// Sockets have short paths, and the home's is too long for one below it.
  record HomeTooDeep(Path home, int longest) implements CellRefusal {}

  /// What should lie in a folder of the Cell is a link out of it: somebody put it there.
  record LinkedAway(Path place) implements CellRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case WallsMissing _ -> "cell-walls-missing";
      case HomeTooDeep _ -> "home-too-deep";
      case LinkedAway _ -> "linked-away";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case WallsMissing(var walls, var why) ->
          "The sandbox is required, but on this host it has no wall around %s: %s."
              .formatted(String.join(", ", walls), why);
      case HomeTooDeep(var home, var longest) ->
          "The home %s has a longer path than the %d bytes that leave room for a socket."
              .formatted(home, longest);
      case LinkedAway(var place) ->
          "%s is a link that leads out of the folder it lies in, so it is not given to a Cell."
              .formatted(place);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case WallsMissing _ ->
          "Install bubblewrap and allow user namespaces, or set sandbox to preferred.";
      case HomeTooDeep _ -> "Set OTTO_HOME to a shorter path.";
      case LinkedAway _ -> "Remove the link and put back what was there.";
    };
  }

  @Override
  default Kind kind() {
    return switch (this) {
      case WallsMissing _, HomeTooDeep _ -> Kind.UNAVAILABLE;
      case LinkedAway _ -> Kind.CONFLICT;
    };
  }
}
