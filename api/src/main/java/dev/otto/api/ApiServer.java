package dev.otto.api;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheckRegistry;
import dev.otto.api.document.DocumentPage;
import dev.otto.api.door.Door;
import dev.otto.api.door.Entrance;
import dev.otto.api.event.OpenStreams;
import dev.otto.api.server.LoopbackServer;
import dev.otto.api.server.Routes;
import dev.otto.api.web.MissionControl;
import dev.otto.api.web.WebFiles;
import dev.otto.model.json.Json;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.validation.Validators;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;

/// The api of Otto on one loopback port: routes, live stream and Mission Control, all behind one
/// door. It answers as soon as it is started, ready or not.
public final class ApiServer {
  private static final String EVERYTHING_ELSE = "/*";

  private final ApiParts parts;
  private Optional<Running> running = Optional.empty();

  /// A server that answers, and the streams that must end before it can.
  private record Running(Server server, OpenStreams streams) {}

  public ApiServer(ApiParts parts) {
    this.parts = parts;
  }

  /// Answers from now on, at this port, or at a free one if it is 0.
  public synchronized void start(int port) {
    if (running.isPresent()) {
      throw new IllegalStateException("the api is started already");
    }
    var door = new Door(parts.token(), InstantSource.system());
    var resources = new ApiResources(parts, door);
    var server = server(port, door, resources);
    try {
      server.start();
    } catch (Exception failure) {
      throw new IllegalStateException("the api cannot answer at port " + port, failure);
    }
    running = Optional.of(new Running(server, resources.streams()));
  }

  /// Where it answers.
  public synchronized URI url() {
    return running
        .map(now -> ((NetworkConnector) now.server().getConnectors()[0]).getLocalPort())
        .map(port -> URI.create("http://127.0.0.1:%d/".formatted(port)))
        .orElseThrow(() -> new IllegalStateException("the api is not started"));
  }

  /// How many live streams are open.
  public synchronized int streams() {
    return running.map(now -> now.streams().count()).orElse(0);
  }

  /// Ends the live streams, lets the other requests end, and answers no more.
  public synchronized void stop() {
    try {
      if (running.isPresent()) {
        running.get().streams().close();
        running.get().server().stop();
      }
    } catch (Exception failure) {
      throw new IllegalStateException("the api did not end well", failure);
    } finally {
      running = Optional.empty();
    }
  }

  private Server server(int port, Door door, ApiResources resources) {
    var configuration = new Configuration();
    configuration.setServerFactory(new LoopbackServer(port, door));
    var environment =
        new Environment(
            "otto",
            Json.own(),
            Validators.newValidatorFactory(),
            new MetricRegistry(),
            getClass().getClassLoader(),
            new HealthCheckRegistry(),
            configuration);
    new Routes(resources.all()).register(environment.jersey());
    environment.servlets().addServlet("entrance", new Entrance(door)).addMapping(Entrance.PATH);
    environment
        .servlets()
        .addServlet("document", new DocumentPage(getClass().getClassLoader()))
        .addMapping(DocumentPage.PATH);
    environment
        .servlets()
        .addServlet(
            "mission-control", new MissionControl(new WebFiles(getClass().getClassLoader())))
        .addMapping(EVERYTHING_ELSE);
    return configuration.getServerFactory().build(environment);
  }
}
