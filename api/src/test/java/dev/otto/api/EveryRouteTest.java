package dev.otto.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.api.door.Door;
import dev.otto.api.sample.SampleOtto;
import dev.otto.api.sample.Wire;
import dev.otto.api.server.Routes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds on every route there is, found by walking them, so that a new one cannot escape (S-1,
/// S-2).
class EveryRouteTest {
  private static final String TOKEN = "Authorization: Bearer " + SampleOtto.TOKEN;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static SampleOtto otto;

  /// A way to ask something of this server.
  record Route(String method, String path) {
    boolean inside() {
      return path.startsWith("/api");
    }

    boolean changes() {
      return !READING.contains(method);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeAll
  static void start(@TempDir Path logs) {
    otto = SampleOtto.ready(logs);
  }

  @AfterAll
  static void end() {
    otto.close();
  }

  static List<Route> routes() {
    return Stream.concat(known(), unknown()).toList();
  }

  static List<Route> insideRoutes() {
    return routes().stream().filter(Route::inside).toList();
  }

  static List<Route> changingRoutes() {
    return insideRoutes().stream().filter(Route::changes).toList();
  }

  private static Stream<Route> known() {
    return new ApiResources(otto.parts(), new Door(SampleOtto.TOKEN, InstantSource.system()))
        .all().stream()
            .map(Object::getClass)
            .map(Resource::from)
            .flatMap(resource -> routes(Routes.BASE, resource));
  }

  private static Stream<Route> routes(String above, Resource resource) {
    var path =
        above + "/" + resource.getPath().replaceAll("\\{[^}]*\\}", "sample").replaceAll("^/", "");
    var own =
        resource.getResourceMethods().stream()
            .map(method -> new Route(method.getHttpMethod(), path));
    return Stream.concat(
        own, resource.getChildResources().stream().flatMap(child -> routes(path, child)));
  }

  private static Stream<Route> unknown() {
    return Stream.of(
            "/",
            "/runs/latest",
            "/assets/none.js",
            "/enter?code=0",
            "/api",
            "/api/v1",
            "/api/openapi.json")
        .flatMap(path -> Stream.of(path, path.replaceAll("/?$", "/none")).distinct())
        .flatMap(
            path -> Stream.of("GET", "POST", "DELETE", "OPTIONS").map(m -> new Route(m, path)));
  }

  @Test
  void the_walk_finds_the_routes() {
    assertThat(known())
        .contains(
            new Route("GET", "/api/v1/server"),
            new Route("POST", "/api/v1/runs"),
            new Route("GET", "/api/v1/runs/sample"));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_foreign_name_is_refused(Route route) {
    for (var host :
        List.of(
            "otto.example.com",
            "127.0.0.1",
            "127.0.0.1:1",
            "127.0.0.1.example.com:" + otto.port(),
            "example.com:" + otto.port(),
            "0.0.0.0:" + otto.port())) {
      var reply = wire().ask(route.method(), route.path(), "Host: " + host, TOKEN);

      assertRefused(route, reply, 403, "foreign-host");
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void no_name_or_two_names_are_refused(Route route) {
    assertThat(wire().ask(route.method(), route.path(), TOKEN).status()).isEqualTo(400);
    assertThat(
            wire()
                .ask(route.method(), route.path(), wire().host(), "Host: example.com", TOKEN)
                .status())
        .isEqualTo(400);
    assertThat(
            wire()
                .ask(route.method(), "http://example.com" + route.path(), wire().host(), TOKEN)
                .status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void what_a_proxy_says_grants_nothing(Route route) {
    var ours = "127.0.0.1:" + otto.port();
    var reply =
        wire()
            .ask(
                route.method(),
                route.path(),
                "Host: example.com",
                "X-Forwarded-Host: " + ours,
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Proto: http",
                "X-Real-IP: 127.0.0.1",
                "Forwarded: for=127.0.0.1;host=" + ours,
                TOKEN);

    assertRefused(route, reply, 403, "foreign-host");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void a_page_of_somebody_else_is_refused(Route route) {
    for (var origin :
        List.of(
            "null",
            "http://example.com",
            "https://127.0.0.1:" + otto.port(),
            "http://127.0.0.1:1",
            "http://127.0.0.1",
            "http://127.0.0.1:" + otto.port() + ".example.com")) {
      var reply =
          wire().ask(route.method(), route.path(), wire().host(), "Origin: " + origin, TOKEN);

      assertRefused(route, reply, 403, "foreign-origin");
    }
  }

  @ParameterizedTest
  @MethodSource("insideRoutes")
  void a_page_of_another_port_of_this_machine_is_refused(Route route) {
    var reply =
        wire().ask(route.method(), route.path(), wire().host(), "Sec-Fetch-Site: same-site", TOKEN);

    assertRefused(route, reply, 403, "foreign-origin");
  }

  @ParameterizedTest
  @MethodSource("insideRoutes")
  void a_stranger_is_refused(Route route) {
    var nobody = wire().ask(route.method(), route.path(), wire().host());
    var somebody =
        wire()
            .ask(
                route.method(),
                route.path(),
                wire().host(),
                "Cookie: otto-%d=1999999999.%s.%s"
                    .formatted(otto.port(), "0".repeat(32), "0".repeat(64)));

    assertRefused(route, nobody, 401, "no-token");
    assertRefused(route, somebody, 401, "no-token");
  }

  @ParameterizedTest
  @MethodSource("changingRoutes")
  void a_browser_without_the_sign_of_our_page_changes_nothing(Route route) {
    var cookie = otto.signedIn();

    var without = wire().ask(route.method(), route.path(), wire().host(), "Cookie: " + cookie);
    var wrong =
        wire()
            .ask(
                route.method(),
                route.path(),
                wire().host(),
                "Cookie: " + cookie,
                "Otto-Csrf: " + "0".repeat(64));

    assertRefused(route, without, 403, "no-csrf");
    assertRefused(route, wrong, 403, "no-csrf");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void every_answer_tells_the_browser_to_be_careful(Route route) {
    var head = wire().ask(route.method(), route.path(), wire().host()).head();

    assertThat(head)
        .contains("X-Content-Type-Options: nosniff")
        .contains("Referrer-Policy: no-referrer")
        .contains("Content-Security-Policy: ")
        .contains("frame-ancestors 'none'")
        .contains("Cross-Origin-Resource-Policy: same-origin")
        .doesNotContain("Access-Control-")
        .doesNotContain("Server: ");
    if (route.inside()) {
      assertThat(head).contains("Cache-Control: no-store");
    }
  }

  /// Addresses that mean the runs to some and something else to others.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/runs",
        "/%61pi/v1/runs",
        "//api/v1/runs",
        "/./api/v1/runs",
        "/x/../api/v1/runs",
        "/x/..;/api/v1/runs",
        "/x/%2e%2e/api/v1/runs",
        "/api;a=b/v1/runs",
        "/;a=b/api/v1/runs",
        "/api/v1;a/runs;b=c",
        "/api%2fv1/runs",
        "/api\\v1\\runs",
        "/API/v1/runs",
        "/enter/../api/v1/runs",
        "/assets/%2e%2e/%61pi/v1/runs",
        "/api/v1/runs/",
        "/api/v1//runs"
      })
  void no_way_of_writing_an_address_lets_a_stranger_in(String path) {
    otto.newRun();

    var reply = wire().ask("GET", path, wire().host());

    assertThat(reply.body()).doesNotContain("\"runs\"").doesNotContain("shop");
    if (reply.status() == 200) {
      assertThat(reply.head()).contains("text/html");
    }
  }

  /// An answer to HEAD has no body in which a reason could stand.
  private static void assertRefused(Route route, Wire.Reply reply, int status, String code) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(route.method().equals("HEAD") ? reply.body() : reply.code())
        .isEqualTo(route.method().equals("HEAD") ? "" : code);
  }

  private static Wire wire() {
    return new Wire(otto.port());
  }
}
