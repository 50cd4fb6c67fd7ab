package dev.otto.standalone;

import dev.otto.model.Refusal.Refused;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.up.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/// The server's program: `up` runs it until it is ended.
public final class Main {
  private static final int REFUSED = 2;

  private Main() {}

  /// `up`: exit code 0 when it was ended, 2 with one sentence when it cannot begin.
  public static void main(String... arguments) throws InterruptedException {
    if (arguments.length != 1 || !arguments[0].equals("up")) {
      refuse("The server has one command: `up`.");
    }
    var closing = new Closing().atExit();
    var over = new CountDownLatch(1);
    try {
      var home = Home.of(System.getenv()).prepared();
      var settings = ServerSettings.read(home, System.getenv());
      var agents =
          new AgentSettings(
              ServerSettings.providers(home, System.getenv()),
              ServerSettings.ownAgents(home, System.getenv()),
              ServerSettings.wishes(home),
              ServerSettings.prices(home, System.getenv()));
      new Server(home, settings, agents, build(), closing, over::countDown).begin();
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
