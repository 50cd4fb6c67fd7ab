package dev.otto.api.door;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/// The names by which this server may be called: loopback, at the very port that was reached. What
/// a proxy says about a request changes nothing.
record Address(int port) {
  private static final List<String> HOSTS = List.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

  static Address of(Request request) {
    return new Address(Request.getLocalPort(request));
  }

  /// Whether the request names us. (That its first line names nobody else is Jetty's to see.)
  boolean isNamedBy(Request request) {
    var named = request.getHeaders().getValuesList(HttpHeader.HOST);
    return named.size() == 1 && isOurs(named.getFirst());
  }

  /// Whether a page of ours asks, or no page at all.
  boolean isOrigin(Request request) {
    return request.getHeaders().getValuesList(HttpHeader.ORIGIN).stream()
        .allMatch(origin -> origin.startsWith("http://") && isOurs(origin.substring(7)));
  }

  /// Whether the browser, if it says so, asks for a page of ours and not for one of another port of
  /// this machine.
  static boolean isOwnPage(Request request) {
    var site = request.getHeaders().get("Sec-Fetch-Site");
    return site == null || OWN_PAGES.contains(site);
  }

  private boolean isOurs(String authority) {
    var name = authority.toLowerCase(Locale.ROOT);
    return HOSTS.stream().anyMatch(host -> name.equals(host + ":" + port));
  }
}
