package dev.otto.activities.agent.scripted;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentLaunch;
import dev.otto.activities.agent.AgentRequest;
import dev.otto.activities.agent.protocol.EventLine;
import dev.otto.activities.agent.scripted.play.Pace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The adapter to [ScriptedAgent], and nearly the identity: the agent speaks Otto's own protocol.
public final class ScriptedAdapter implements AgentAdapter {
  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-Xmx64m",
          "-Xshare:auto",
          "-Xlog:disable",
          "-Xlog:all=warning:stderr");

  private final Path java;
  private final List<Path> classPath;
  private final Path recipe;
  private final Pace pace;

  /// An adapter whose agents play that recipe, with that `java` and the class path that
  /// [ScriptedClassPath] finds.
  public ScriptedAdapter(Path java, List<Path> classPath, Path recipe, Pace pace) {
    this.java = java;
    this.classPath = List.copyOf(classPath);
    this.recipe = recipe.toAbsolutePath();
    this.pace = pace;
  }

  @Override
  public String provider() {
    return "scripted";
  }

  @Override
  public AgentLaunch launch(AgentRequest request) {
    var argv = new ArrayList<String>();
    argv.add(java.toString());
    argv.addAll(JVM);
    argv.add("-cp");
    argv.add(String.join(":", classPath.stream().map(Path::toString).toList()));
    argv.add(ScriptedAgent.class.getName());
    argv.addAll(new Invocation(recipe, request.home(), request.order(), pace).arguments());
    return new AgentLaunch(argv, Map.of("LANG", "C.UTF-8"), request.prompt(), readable());
  }

  /// It says what it uses in the moment in which it uses it.
  @Override
  public boolean tellsUsageAtTheEnd() {
    return false;
  }

  @Override
  public List<AgentEvent> parse(String line) {
    return line.isBlank() ? List.of() : List.of(EventLine.read(line));
  }

  private List<Path> readable() {
    var paths = new ArrayList<>(classPath);
    paths.add(recipe.resolveSibling(""));
    return paths;
  }
}
