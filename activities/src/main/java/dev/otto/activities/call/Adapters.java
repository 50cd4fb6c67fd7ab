package dev.otto.activities.call;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.scripted.ScriptedAdapter;
import dev.otto.activities.agent.scripted.ScriptedClassPath;
import dev.otto.activities.agent.scripted.play.Pace;
import dev.otto.model.settings.RunSettings;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;

/// The adapters to the providers that this Otto knows.
public final class Adapters {
  /// The adapter that these settings ask for.
  public AgentAdapter of(RunSettings settings) {
    if (settings.provider().equals("scripted") && settings.recipe().isPresent()) {
      return new ScriptedAdapter(
          Path.of(System.getProperty("java.home"), "bin", "java"),
          ScriptedClassPath.current(),
          Path.of(settings.recipe().get()),
          Pace.of("1"));
    }
    throw ApplicationFailure.newNonRetryableFailure(
        "there is no provider '%s' with these settings".formatted(settings.provider()),
        "no-such-provider");
  }
}
