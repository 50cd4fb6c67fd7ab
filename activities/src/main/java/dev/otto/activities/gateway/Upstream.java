package dev.otto.activities.gateway;

import java.net.URI;
import java.util.Locale;

/// A provider's service, and the key that it knows the user by.
///
/// @param base without the `/v1` of its paths
public record Upstream(URI base, Credential credential, String key) {
  /// How the key is shown.
  public enum Credential {
    API_KEY("x-api-key", ""),
    BEARER("authorization", "Bearer ");

    private final String header;
    private final String before;

    Credential(String header, String before) {
      this.header = header;
      this.before = before;
    }

    /// Whether a header of that name carries one.
    static boolean carriedBy(String name) {
      var lower = name.toLowerCase(Locale.ROOT);
      return lower.equals(API_KEY.header) || lower.equals(BEARER.header);
    }
  }

  /// The header that carries the key.
  public String header() {
    return credential.header;
  }

  /// What stands in it.
  public String shown() {
    return credential.before + key;
  }

  /// Where this path of the service is.
  public URI at(String path) {
    var root = base.toString();
    return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
  }

  @Override
  public String toString() {
    return "Upstream[base=%s]".formatted(base);
  }
}
