package dev.otto.cli.http;

import java.net.URI;

/// Where a server answers, and the secret that opens it.
public record Address(URI url, String token) {
  /// The address of a route below `/api/v1/`.
  URI route(String path) {
    var base = url.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + "api/v1/" + path);
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
