package dev.otto.standalone;

import dev.otto.activities.process.ProcessStarter;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.json.Json;
import dev.otto.standalone.engine.EngineInstall;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.process.ProgramStarter;
import dev.otto.standalone.process.SearchPath;
import dev.otto.standalone.up.Role;
import dev.otto.standalone.up.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// The server's program: `up` runs it until it is ended, `engine-install` puts an engine into its
/// home. With `--api` or `--worker` it is one half of a team.
public final class Main {
  private static final int REFUSED = 2;

  private Main() {}

  /// `up`: exit code 0 when it was ended, 2 with one sentence when it cannot begin.
  public static void main(String... arguments) throws InterruptedException {
    Locale.setDefault(Locale.ROOT);
    switch (String.join(" ", arguments)) {
      case "up" -> up(Role.EVERYTHING);
      case "up --api" -> up(Role.API);
      case "up --worker" -> up(Role.WORKER);
      case "engine-install" -> install(EngineInstall::released);
      case "engine-install --from-source" -> install(EngineInstall::built);
      default -> refuse("The server has two commands: `up` and `engine-install`.");
    }
  }

  private static void install(Function<EngineInstall, EngineInstall.Installed> way) {
    try {
      var home = Home.of(System.getenv()).prepared();
      var starter = new ProgramStarter(new ProcessStarter());
      var done = way.apply(new EngineInstall(home, starter, SearchPath.current()));
      System.out.println(
          Json.text(
              Map.of(
                  "program", done.program().toString(),
                  "version", done.version(),
                  "sha256", done.sha256(),
                  "from", done.from())));
    } catch (Refused refused) {
      refuse(refused.refusal().sentence() + " " + refused.refusal().nextStep());
    }
    System.exit(0);
  }

  private static void up(Role role) throws InterruptedException {
    var closing = new Closing().atExit();
    var over = new CountDownLatch(1);
    try {
      HostLimits.own().enough();
      var home = Home.of(System.getenv()).prepared();
      var settings = ServerSettings.read(home, System.getenv()).sharedFor(role);
      var agents =
          new AgentSettings(
              ServerSettings.providers(home, System.getenv()),
              ServerSettings.ownAgents(home, System.getenv()),
              ServerSettings.prices(home, System.getenv()));
      new Server(home, settings, agents, build(), closing, over::countDown, role).begin();
    } catch (Refused refused) {
      closing.close();
      refuse(refused.refusal().sentence() + " " + refused.refusal().nextStep());
    }
    over.await();
    closing.close();
    System.exit(0);
  }

  /// The identity of this build; outside a jar it is `development`.
  static String build() {
    try (var stream = Main.class.getResourceAsStream("/otto-build.properties")) {
      if (stream == null) {
        return "development";
      }
      var properties = new Properties();
      properties.load(stream);
      return properties.getProperty("build", "development");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void refuse(String sentence) {
    System.err.println("otto: " + sentence);
    System.exit(REFUSED);
  }
}
