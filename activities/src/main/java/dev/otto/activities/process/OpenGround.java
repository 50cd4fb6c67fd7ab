package dev.otto.activities.process;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Surroundings without walls: the command gets a session of its own (W-09) and carries a marker by
/// which all that comes from it is found again.
public record OpenGround(
    List<String> words,
    Path folder,
    Map<String, String> environment,
    Collection<String> secrets,
    Marker marker)
    implements Surroundings {
  public OpenGround {
    secrets = List.copyOf(secrets);
    words = Stream.concat(Stream.of("setsid"), words.stream()).toList();
    var marked = new HashMap<>(environment);
    marked.put(Marker.VARIABLE, marker.value());
    environment = Map.copyOf(marked);
  }

  public OpenGround(
      List<String> words, Path folder, Map<String, String> environment, Marker marker) {
    this(words, folder, environment, List.of(), marker);
  }

  @Override
  public ProcessTree tree(ProcessIdentity root) {
    return new SessionTree(root, Optional.of(marker));
  }
}
