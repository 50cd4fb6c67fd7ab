package dev.otto.api.door;

import dev.otto.api.problem.ProblemPages;
import dev.otto.api.problem.Problems;
import dev.otto.api.problem.RequestId;
import dev.otto.api.protection.Protection;
import dev.otto.model.Refusal;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Stands before everything that this server answers, so that nothing has to be remembered route by
/// route: our own name, our own page, a known caller, and a page's sign with every change.
///
/// What is not below `/api` is Mission Control's shell, in which there is nothing to hide; a
/// stranger may load it, and may come in by a link.
public final class Door extends Handler.Wrapper {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Pattern USER = Pattern.compile("[\\p{Alnum}][\\p{Alnum}._@-]{0,63}");
  private static final String BEARER = "Bearer ";

  private final Seal seal;
  private final SignInCodes codes;
  private final Lockout lockout;
  private final InstantSource clock;

  public Door(String token, InstantSource clock) {
    this.seal = new Seal(token);
    this.codes = new SignInCodes(clock);
    this.lockout = new Lockout(clock);
    this.clock = clock;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var id = RequestId.fresh();
    request.setAttribute(RequestId.ATTRIBUTE, id);
    response.getHeaders().put(RequestId.HEADER, id);
    Protection.apply(response.getHeaders());
    try {
      request.setAttribute(Caller.ATTRIBUTE, admitted(request));
    } catch (Refusal.Refused refused) {
      refuse(refused.refusal(), id, response, callback);
      return true;
    }
    return super.handle(request, response, callback);
  }

  /// A new code for a link that signs a browser in.
  SignInCodes.Code code() {
    return codes.fresh();
  }

  /// The cookie for a browser that came by a link; a code is good once.
  Optional<String> redeemed(String code, String source) {
    refuseLockedOut(source);
    if (!codes.redeem(code)) {
      lockout.wrong(source);
      return Optional.empty();
    }
    return Optional.of(seal.cookie(clock.instant()));
  }

  Duration cookieLife() {
    return seal.life();
  }

  /// Browsers send cookies to every port of a host: the name says whose it is.
  static String cookieName(int port) {
    return "otto-" + port;
  }

  String csrf(Caller.Browser browser) {
    return seal.csrf(browser.cookie());
  }

  private Caller admitted(Request request) {
    var address = Address.of(request);
    if (!address.isNamedBy(request)) {
      throw new DoorRefusal.ForeignHost().refused();
    }
    if (!address.isOrigin(request) || (inside(request) && !Address.isOwnPage(request))) {
      throw new DoorRefusal.ForeignOrigin().refused();
    }
    var caller = caller(request, address);
    if (inside(request) && caller instanceof Caller.Stranger) {
      throw new DoorRefusal.NoToken().refused();
    }
    if (caller instanceof Caller.Browser browser && !reads(request)) {
      requireCsrf(request, browser);
    }
    return caller;
  }

  private Caller caller(Request request, Address address) {
    var shown = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return shown == null ? browser(request, address) : program(request, shown);
  }

  private Caller program(Request request, String shown) {
    var source = source(request);
    refuseLockedOut(source);
    if (!shown.startsWith(BEARER) || !seal.isToken(shown.substring(BEARER.length()).strip())) {
      lockout.wrong(source);
      throw new DoorRefusal.WrongToken().refused();
    }
    var user = request.getHeaders().get("Otto-User");
    return new Caller.Program(user != null && USER.matcher(user).matches() ? user : "cli");
  }

  private Caller browser(Request request, Address address) {
    var name = cookieName(address.port());
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .filter(value -> seal.isCookie(value, clock.instant()))
        .findFirst()
        .<Caller>map(Caller.Browser::new)
        .orElseGet(Caller.Stranger::new);
  }

  private void requireCsrf(Request request, Caller.Browser browser) {
    var shown = request.getHeaders().get("Otto-Csrf");
    if (shown == null || !seal.isCsrf(browser.cookie(), shown)) {
      throw new DoorRefusal.NoCsrf().refused();
    }
  }

  private void refuseLockedOut(String source) {
    var seconds = lockout.secondsLeft(source);
    if (seconds > 0) {
      throw new DoorRefusal.LockedOut(seconds).refused();
    }
  }

  private static void refuse(Refusal refusal, String id, Response response, Callback callback) {
    switch (refusal.kind()) {
      case UNAUTHENTICATED ->
          response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"otto\"");
      case TOO_OFTEN -> response.getHeaders().put(HttpHeader.RETRY_AFTER, "60");
      case INVALID, UNKNOWN, CONFLICT, FORBIDDEN, UNAVAILABLE -> {}
    }
    ProblemPages.write(Problems.of(refusal, id), response, callback);
  }

  private static boolean inside(Request request) {
    var path = Request.getPathInContext(request);
    return path.equals("/api") || path.startsWith("/api/");
  }

  private static boolean reads(Request request) {
    return READING.contains(request.getMethod());
  }

  static String source(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
        ? String.valueOf(at.getAddress())
        : "unknown";
  }
}
