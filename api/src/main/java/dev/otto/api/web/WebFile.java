package dev.otto.api.web;

import dev.otto.model.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// A file of the web page.
///
/// @param path where it lies, without a slash at the front
@SuppressWarnings("ArrayRecordComponent") // Only its bytes are asked for.
record WebFile(String path, byte[] content) {
  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain;charset=utf-8"));

  /// The page of a server that was built without Mission Control.
  static WebFile noPage() {
    var page =
        """
        <!doctype html>
        <html lang="en">
          <meta charset="utf-8">
          <title>Otto</title>
          <p>This Otto was built without Mission Control; the command line shows the same: <code>otto status</code>.</p>
        </html>
        """;
    return new WebFile("index.html", page.getBytes(StandardCharsets.UTF_8));
  }

  String mediaType() {
    var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
  }

  String tag() {
    return "\"" + Digest.of(content).hex().substring(0, 16) + "\"";
  }
}
