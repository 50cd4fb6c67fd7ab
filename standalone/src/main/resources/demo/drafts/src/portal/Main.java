package portal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import portal.store.Store;
import portal.web.Portal;

/// Starts the expense portal: `PORT=8080 java src/portal/Main.java`. Its data lie in `data`, or where `DATA` says.
public final class Main {
  public static void main(String[] arguments) throws IOException {
    var port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
    var portal = new Portal(Store.in(Path.of(System.getenv().getOrDefault("DATA", "data"))));
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", portal::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    System.out.println("The expense portal is open at http://localhost:" + port + "/");
  }
}
