package dev.otto.api.document;

import dev.otto.api.problem.ReadingServlet;
import dev.otto.model.Digest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/// Serves the document of the api: what may be asked, and how it is answered (OpenAPI 3.1).
public final class DocumentPage extends ReadingServlet {
  public static final String PATH = "/api/openapi.json";

  @Serial private static final long serialVersionUID = 1L;

  private final transient byte[] document;
  private final String tag;

  public DocumentPage(ClassLoader source) {
    this.document = read(source);
    this.tag = "\"" + Digest.of(document).hex().substring(0, 16) + "\"";
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("ETag", tag);
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("application/json");
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }

  private static byte[] read(ClassLoader source) {
    try (var stream = source.getResourceAsStream("openapi.json")) {
      if (stream == null) {
        throw new IllegalStateException("the document of the api is not in this build");
      }
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
