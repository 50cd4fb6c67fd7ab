package dev.otto.cli.http;

import dev.otto.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Requests to one server in the name of one user. Refusals come as [ServerRefused], silence as
/// [Unreachable].
///
/// @param patience how long an answer may take
public record Http(Address address, String user, Duration patience) {
  private static final Duration TO_CONNECT = Duration.ofSeconds(3);

  /// A server sends a heartbeat every ten seconds; one that is silent for longer is gone.
  private static final Duration HEARTBEAT = Duration.ofSeconds(25);

  public Http(Address address) {
    this(address, System.getProperty("user.name"), Duration.ofMinutes(2));
  }

  /// The same, with less or more patience.
  public Http within(Duration time) {
    return new Http(address, user, time);
  }

  /// The body of a resource, as text.
  public String get(String path) throws Unreachable {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /// The body of a resource.
  public byte[] bytes(String path) throws Unreachable {
    try {
      return answer(opened(path, patience));
    } catch (IOException failure) {
      throw new Unreachable(failure);
    }
  }

  /// Asks for something to be done; repeating it with the same key does it once.
  public String post(String path, Object body, String key) throws Unreachable {
    try {
      var connection = opened(path, patience);
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setRequestProperty("Idempotency-Key", key);
      connection.setDoOutput(true);
      var bytes = Json.text(body).getBytes(StandardCharsets.UTF_8);
      try (var stream = connection.getOutputStream()) {
        stream.write(bytes);
      }
      return new String(answer(connection), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new Unreachable(failure);
    }
  }

  /// Opens a stream of events.
  public EventStream events(String path) throws Unreachable {
    try {
      var connection = opened(path, HEARTBEAT);
      connection.setRequestProperty("Accept", "text/event-stream");
      refuseUnlessDone(connection);
      return new EventStream(connection.getInputStream());
    } catch (IOException failure) {
      throw new Unreachable(failure);
    }
  }

  private HttpURLConnection opened(String path, Duration patience) throws IOException {
    var url = address.route(path).toURL();
    var connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout((int) Math.min(TO_CONNECT.toMillis(), patience.toMillis()));
    connection.setReadTimeout((int) patience.toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setRequestProperty("Authorization", "Bearer " + address.token());
    connection.setRequestProperty("Otto-User", user);
    return connection;
  }

  private static byte[] answer(HttpURLConnection connection) throws IOException {
    refuseUnlessDone(connection);
    try (var stream = connection.getInputStream()) {
      return stream.readAllBytes();
    }
  }

  private static void refuseUnlessDone(HttpURLConnection connection) throws IOException {
    var status = connection.getResponseCode();
    if (status < 200 || status > 299) {
      throw ServerRefused.of(status, text(connection.getErrorStream())).refused();
    }
  }

  private static String text(@Nullable InputStream stream) throws IOException {
    return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
