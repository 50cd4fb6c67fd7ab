package dev.otto.api.door;

import dev.otto.api.problem.ReadingServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where a sign-in link leads: it gives the browser its cookie and sends it on to Mission Control.
public final class Entrance extends ReadingServlet {
  public static final String PATH = "/enter";

  @Serial private static final long serialVersionUID = 1L;

  private final transient Door door;

  public Entrance(Door door) {
    this.door = door;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (looksAhead(request)) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    var code = Optional.ofNullable(request.getParameter("code")).orElse("");
    var cookie = door.redeemed(code, request.getRemoteAddr());
    if (cookie.isPresent()) {
      admit(cookie.get(), request, response);
    } else {
      turnAway(response);
    }
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  /// A browser that loads pages before anybody asked for them must not use the link up.
  private static boolean looksAhead(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Sec-Purpose")).orElse("").contains("prefetch");
  }

  private void admit(String cookie, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(
        "Set-Cookie",
        "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict"
            .formatted(
                Door.cookieName(request.getLocalPort()), cookie, door.cookieLife().toSeconds()));
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/");
  }

  private static void turnAway(HttpServletResponse response) throws IOException {
    var refusal = new DoorRefusal.DeadLink();
    response.setStatus(refusal.kind().status());
    response.setContentType("text/plain;charset=utf-8");
    response
        .getOutputStream()
        .write(
            "%s%n%s%n"
                .formatted(refusal.sentence(), refusal.nextStep())
                .getBytes(StandardCharsets.UTF_8));
  }
}
