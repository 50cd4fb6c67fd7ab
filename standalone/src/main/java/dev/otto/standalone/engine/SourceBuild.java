package dev.otto.standalone.engine;

import dev.otto.standalone.process.LogFile;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.SearchPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The program built on this machine by `go`, from sources of which every byte is pinned.
record SourceBuild(ProgramStarter starter, SearchPath path, LogFile log) implements TemporalSource {
  private static final String PACKAGE = "github.com/temporalio/cli/cmd/temporal";
  private static final Duration LONG = Duration.ofMinutes(30);

  @Override
  public String words() {
    return "pinned sources, built here";
  }

  @Override
  public Path into(Path folder) {
    var go = path.find("go").orElseThrow(() -> new EngineRefusal.NoGo().refused());
    List.of("go.mod", "go.sum").forEach(name -> copy(name, folder));
    var program = folder.resolve("temporal");
    var command = List.of(go.toString(), "build", "-o", program.toString(), PACKAGE);
    if (!starter.built(command, folder, log.path(), LONG) || !Files.isExecutable(program)) {
      throw new EngineRefusal.NotBuilt(log.path()).refused();
    }
    return program;
  }

  private static void copy(String name, Path folder) {
    try (var text = SourceBuild.class.getResourceAsStream("/temporal-cli/" + name)) {
      Files.copy(java.util.Objects.requireNonNull(text, name), folder.resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
