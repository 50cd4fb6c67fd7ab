package dev.otto.activities.agent;

import java.net.URI;

/// Where an agent asks its model, and the token that lets it in. The token is no key: it opens this
/// one address and dies with the call.
///
/// @param base without a path, such as `http://127.0.0.1:8123`
public record ModelAddress(URI base, String token) {
  @Override
  public String toString() {
    return "ModelAddress[base=%s]".formatted(base);
  }
}
