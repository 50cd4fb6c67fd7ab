package dev.otto.standalone.server;

import com.sun.net.httpserver.HttpServer;
import dev.otto.standalone.home.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;

/// A server that owns its home and answers, or (`silent`) has not said yet that it is ready.
final class SmallServer {
  private SmallServer() {}

  @SuppressWarnings("SystemOut") // The words by which the test knows that it is ready.
  static void main(String... arguments) throws IOException {
    var home = new Home(Path.of(arguments[0])).prepared();
    new TakeOver(home, HttpPulse.at("/health")).lock();
    if (arguments.length == 1) {
      serve(home);
    }
    System.out.println("READY");
    new java.util.concurrent.Semaphore(0).acquireUninterruptibly();
  }

  private static void serve(Home home) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var bearer = "Bearer " + home.token().text();
    server.createContext(
        "/health",
        exchange -> {
          var known = bearer.equals(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(known ? 204 : 401, -1);
          exchange.close();
        });
    server.start();
    var url = URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    ServerFile.of(home, url, "in-process", "test").write(home);
  }
}
