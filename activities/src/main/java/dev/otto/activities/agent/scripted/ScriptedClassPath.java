package dev.otto.activities.agent.scripted;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.otto.model.CallId;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.events.Event;

/// Where the few classes lie that the scripted agent needs: folders and jars while building, one
/// jar when delivered.
public final class ScriptedClassPath {
  private ScriptedClassPath() {}

  public static List<Path> current() {
    return Stream.of(
            ScriptedAgent.class,
            CallId.class,
            YAMLFactory.class,
            Event.class,
            JsonParser.class,
            JsonNode.class,
            JsonProperty.class)
        .map(ScriptedClassPath::home)
        .distinct()
        .toList();
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
