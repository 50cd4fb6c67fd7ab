package dev.otto.standalone;

import dev.otto.activities.process.ProcessStarter;
import dev.otto.standalone.home.Home;
import dev.otto.standalone.server.HttpPulse;
import dev.otto.standalone.server.ServerFile;
import dev.otto.standalone.server.TakeOver;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/// An Otto that has nothing but its ground, until it is killed or asked to end.
final class GroundHolder {
  private GroundHolder() {}

  @SuppressWarnings("SystemOut") // The words by which the test knows that it is ready.
  static void main(String... arguments) {
    var home = new Home(Path.of(arguments[0])).prepared();
    var settings = ServerSettings.read(home, System.getenv());
    var closing = new Closing().atExit();
    closing.add("server lock", new TakeOver(home, HttpPulse.at("/api/v1/server")).lock());
    var ground = closing.add("ground", Ground.prepare(home, settings, new ProcessStarter()));
    var url = URI.create("http://127.0.0.1:1/");
    var file = ServerFile.of(home, url, ground.engine().kind().word(), "test");
    file.write(home);
    closing.add("server file", () -> file.remove(home));
    System.out.println(
        "READY " + ground.database().access().url() + " " + ground.engine().kind().word());
    new Semaphore(0).acquireUninterruptibly();
  }
}
