package dev.otto.activities.provider;

import dev.otto.activities.gateway.Upstream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks a service for the list of its models, which costs nothing and needs the key.
final class KeyTrial implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(4);
  private static final String DIALECT = "2023-06-01";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONGEST).build();

  /// What came of it.
  enum Result {
    TAKEN,
    REFUSED,
    UNKNOWN
  }

  Result of(Upstream service) {
    try {
      var request =
          HttpRequest.newBuilder(service.at("/v1/models"))
              .timeout(LONGEST)
              .header("anthropic-version", DIALECT)
              .header(service.header(), service.shown())
              .build();
      return result(client.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException | IllegalArgumentException unreachable) {
      return Result.UNKNOWN;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return Result.UNKNOWN;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static Result result(int status) {
    return switch (status) {
      case 200 -> Result.TAKEN;
      case 401, 403 -> Result.REFUSED;
      default -> Result.UNKNOWN;
    };
  }
}
