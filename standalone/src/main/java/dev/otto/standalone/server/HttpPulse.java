package dev.otto.standalone.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/// Asks over HTTP, with the token, twice and briefly. Any answer is one: a server that refuses is
/// not a dead server.
public record HttpPulse(String path, Duration patience) implements Pulse {
  private static final int TRIES = 2;

  /// Asks for this path of the api, two seconds at most each time.
  public static HttpPulse at(String path) {
    return new HttpPulse(path, Duration.ofSeconds(2));
  }

  @Override
  public boolean beats(ServerFile server) {
    return IntStream.range(0, TRIES).anyMatch(_ -> answers(server));
  }

  private boolean answers(ServerFile server) {
    try {
      var url = server.url().resolve(path).toURL();
      var connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout((int) patience.toMillis());
      connection.setReadTimeout((int) patience.toMillis());
      connection.setInstanceFollowRedirects(false);
      connection.setRequestProperty(
          "Authorization", "Bearer " + Files.readString(Path.of(server.tokenFile())).strip());
      try {
        return connection.getResponseCode() > 0;
      } finally {
        connection.disconnect();
      }
    } catch (IOException silent) {
      return false;
    }
  }
}
