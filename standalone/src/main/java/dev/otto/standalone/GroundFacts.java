package dev.otto.standalone;

import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.ProgramStarter;
import java.util.List;
import java.util.regex.Pattern;

/// How the ground stands: what doctor says about engine, database, Java, git and disk. Read anew at
/// each question, and cheap.
public record GroundFacts(Home home, Ground ground, ProgramStarter programs) {
  private static final int OLDEST_JAVA = 25;
  private static final Pattern GIT = Pattern.compile("git version (\\d+)\\.(\\d+)\\S*");
  private static final int OLDEST_GIT = 238;
  private static final long GIB = 1L << 30;

  public List<Fact> all() {
    return List.of(engine(), database(), java(), git(), disk());
  }

  private Fact engine() {
    var engine = ground.engine();
    return switch (engine.kind()) {
      case EXTERNAL, DEV_SERVER ->
          ok(
              "engine",
              "The engine is %s %s at %s."
                  .formatted(engine.kind().word(), engine.version(), engine.reach().words()));
      case IN_PROCESS ->
          new Fact(
              "engine",
              engine.instead().isPresent() ? Health.WARNING : Health.OK,
              "The engine is in-process %s; runs outlive it through their checkpoints.%s"
                  .formatted(engine.version(), engine.instead().map(why -> " " + why).orElse("")),
              "For an engine with a memory and a page of its own: `otto engine install`.");
    };
  }

  private Fact database() {
    var database = ground.database();
    return ok(
        "database",
        "The database is PostgreSQL %s, %s.".formatted(database.version(), database.kind()));
  }

  private static Fact java() {
    var version = Runtime.version();
    return version.feature() >= OLDEST_JAVA
        ? ok("java", "Java is %s.".formatted(version))
        : new Fact(
            "java",
            Health.BROKEN,
            "Java is %s; Otto needs %d or newer.".formatted(version, OLDEST_JAVA),
            "Install a newer JDK and set JAVA_HOME.");
  }

  private Fact git() {
    return git(programs.said(List.of("git", "--version")));
  }

  static Fact git(String said) {
    var version = GIT.matcher(said);
    if (!version.find()) {
      return new Fact(
          "git", Health.ABSENT, "There is no git on the path.", "Install git 2.38 or newer.");
    }
    var number = Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2));
    return number >= OLDEST_GIT
        ? ok("git", "git is %s.".formatted(version.group().substring("git version ".length())))
        : new Fact(
            "git",
            Health.BROKEN,
            "git is %s.%s; Otto needs 2.38 or newer.".formatted(version.group(1), version.group(2)),
            "Install a newer git.");
  }

  private Fact disk() {
    return disk(home.freeBytes());
  }

  static Fact disk(long free) {
    var sentence = "%.1f GiB are free where Otto's home lies.".formatted((double) free / GIB);
    var fix = "Make room, or move the home with OTTO_HOME.";
    if (free < GIB) {
      return new Fact("disk", Health.BROKEN, sentence, fix);
    }
    return free < 5 * GIB ? new Fact("disk", Health.WARNING, sentence, fix) : ok("disk", sentence);
  }

  private static Fact ok(String name, String sentence) {
    return new Fact(name, Health.OK, sentence, "");
  }
}
