package dev.otto.api.web;

import dev.otto.api.problem.ReadingServlet;
import dev.otto.api.protection.Protection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;

/// Serves the web page: hashed assets for ever, everything else asked for again, and the page
/// itself for every address that is a screen and not a file.
public final class MissionControl extends ReadingServlet {
  @Serial private static final long serialVersionUID = 1L;
  private static final String PAGE = "index.html";
  private static final String HASHED = "assets/";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final transient WebFiles files;

  public MissionControl(WebFiles files) {
    this.files = files;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = path(request);
    var file = files.named(path).or(() -> screen(path));
    if (file.isPresent()) {
      send(file.get(), request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /// An address without an ending that is not the api's is one of the page's own.
  private Optional<WebFile> screen(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    return path.equals("api") || path.startsWith("api/") || name.contains(".")
        ? Optional.empty()
        : Optional.of(files.named(PAGE).orElseGet(WebFile::noPage));
  }

  private static void send(WebFile file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", file.path().startsWith(HASHED) ? FOR_EVER : "no-cache");
    response.setHeader("Content-Security-Policy", Protection.OWN_PAGE);
    response.setHeader("ETag", file.tag());
    if (file.tag().equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(file.mediaType());
    response.setContentLength(file.content().length);
    response.getOutputStream().write(file.content());
  }

  private static String path(HttpServletRequest request) {
    var path = request.getPathInfo();
    return path == null || path.equals("/") ? PAGE : path.substring(1);
  }
}
