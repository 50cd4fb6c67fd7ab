package dev.otto.api.server;

import dev.otto.api.problem.ProblemPages;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.util.Duration;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;

/// One port on loopback, without Dropwizard's admin pages, request log and compression. Before
/// everything it serves stands one guard.
public final class LoopbackServer extends AbstractServerFactory {
  private static final int IDLE_AT_THE_END = 50;
  private static final Duration GRACE = Duration.seconds(2);

  private final int port;
  private final Handler.Wrapper guard;

  /// A server on this port, or on a free one if it is 0.
  public LoopbackServer(int port, Handler.Wrapper guard) {
    this.port = port;
    this.guard = guard;
    setEnableVirtualThreads(true);
    setEnableThreadNameFilter(false);
    setRegisterDefaultExceptionMappers(false);
    setShutdownGracePeriod(GRACE);
  }

  @Override
  public Server build(Environment environment) {
    configure(environment);
    var server = buildServer(environment.lifecycle(), createThreadPool(environment.metrics()));
    var application = environment.getApplicationContext();
    application.setErrorHandler(new ProblemPages());
    var handler =
        createAppServlet(
            server,
            environment.jersey(),
            environment.getObjectMapper(),
            environment.getValidator(),
            application,
            environment.getJerseyServletContainer(),
            environment.metrics());
    guard.setHandler(handler);
    server.addConnector(connector(server, environment));
    server.setHandler(addGracefulHandler(guard));
    server.setErrorHandler(new ProblemPages());
    server.setStopAtShutdown(false);
    return server;
  }

  @Override
  public void configure(Environment environment) {
    environment.getApplicationContext().setContextPath("/");
  }

  private Connector connector(Server server, Environment environment) {
    var factory = new HttpConnectorFactory();
    factory.setBindHost("127.0.0.1");
    factory.setPort(port);
    factory.setUseServerHeader(false);
    var connector = factory.build(server, environment.metrics(), environment.getName(), null);
    if (connector instanceof AbstractConnector ours) {
      ours.setShutdownIdleTimeout(IDLE_AT_THE_END);
    }
    return connector;
  }
}
