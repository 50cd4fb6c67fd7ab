package dev.otto.standalone;

import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.Outage;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What of the ground is away just now: since when, why it is not back yet, and what to do if it
/// stays away.
public record GroundTrouble(Home home, Ground ground) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  public List<Fact> facts() {
    var engine = fact("engine", ground.engine().outage(), "engine.log");
    var database = fact("database", ground.database().outage(), "database.log");
    return Stream.of(engine, database).flatMap(Optional::stream).toList();
  }

  private Optional<Fact> fact(String name, Optional<Outage> outage, String log) {
    return outage.map(one -> fact(name, one, home.logs().resolve(log)));
  }

  static Fact fact(String name, Outage outage, Path log) {
    var why = outage.why().map(it -> ": " + it).orElse(".");
    return new Fact(
        name,
        Health.BROKEN,
        "The %s is away since %s and is being brought back%s"
            .formatted(name, CLOCK.format(outage.since()), why),
        "Runs stand still and go on by themselves then; if it stays so, read %s.".formatted(log));
  }
}
