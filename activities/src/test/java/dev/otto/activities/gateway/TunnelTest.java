package dev.otto.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.AgentEvent.Finished;
import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.AgentTrace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The way of a program that signs in itself to the hosts of its provider.
class TunnelTest {
  private ServerSocket service;
  private Tunnel tunnel;

  @BeforeEach
  void open() throws IOException {
    service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::echo);
    var there = new InetSocketAddress(InetAddress.getLoopbackAddress(), service.getLocalPort());
    tunnel = Tunnel.to(Set.of("api.example.org"), _ -> there);
  }

  @AfterEach
  void close() throws IOException {
    tunnel.close();
    service.close();
  }

  @Test
  void bytes_pass_to_a_host_of_the_provider_and_back_untouched() throws IOException {
    try (var guest = guest()) {
      say(guest, "CONNECT api.example.org:443 HTTP/1.1\r\n" + shown(tunnel.credential()) + "\r\n");
      say(guest, "secret");

      assertThat(heard(guest, "HTTP/1.1 200 Connection established\r\n\r\nsecret"))
          .isEqualTo("HTTP/1.1 200 Connection established\r\n\r\nsecret");
    }
    assertThat(tunnel.asked()).containsExactly("api.example.org:443");
  }

  @Test
  void another_host_or_port_or_a_plain_request_is_refused_and_remembered() throws IOException {
    assertThat(answer("CONNECT evil.example:443 HTTP/1.1", tunnel.credential())).contains(" 403 ");
    assertThat(answer("CONNECT api.example.org:22 HTTP/1.1", tunnel.credential()))
        .contains(" 403 ");
    assertThat(answer("GET http://api.example.org/ HTTP/1.1", tunnel.credential()))
        .contains(" 403 ");
    assertThat(tunnel.asked())
        .containsExactly("api.example.org:22", "evil.example:443", "http://api.example.org/");
  }

  @Test
  void without_the_token_of_the_call_nothing_passes() throws IOException {
    assertThat(answer("CONNECT api.example.org:443 HTTP/1.1", "otto:guessed")).contains(" 407 ");
    assertThat(tunnel.asked()).isEmpty();
  }

  @Test
  void what_is_under_way_ends_with_the_call() throws IOException {
    try (var guest = guest()) {
      say(guest, "CONNECT api.example.org:443 HTTP/1.1\r\n" + shown(tunnel.credential()) + "\r\n");
      heard(guest, "HTTP/1.1 200 Connection established\r\n\r\n");

      tunnel.close();

      assertThat(guest.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void what_comes_from_the_provider_is_a_sign_of_life_and_what_keeps_the_line_open_is_not()
      throws IOException {
    var signs = new AtomicInteger();
    tunnel.tells(signs::incrementAndGet);
    try (var guest = guest()) {
      say(guest, "CONNECT api.example.org:443 HTTP/1.1\r\n" + shown(tunnel.credential()) + "\r\n");
      heard(guest, "HTTP/1.1 200 Connection established\r\n\r\n");
      say(guest, "ping");
      heard(guest, "ping");
      assertThat(signs).hasValue(0);

      var answer = "a".repeat(4 * Trickle.ENOUGH);
      say(guest, answer);
      heard(guest, answer);

      assertThat(signs.get()).isPositive();
    }
  }

  @Test
  void a_call_that_failed_because_its_service_was_not_reached_says_so_until_it_is_reached()
      throws IOException {
    var failed = AgentTrace.EMPTY.finished(Optional.of(new Finished(false, "", Optional.empty())));
    assertThat(tunnel.completing(failed)).isEqualTo(failed);
    var port = service.getLocalPort();
    service.close();

    assertThat(answer("CONNECT api.example.org:443 HTTP/1.1", tunnel.credential()))
        .contains(" 502 ");
    assertThat(tunnel.completing(failed).trouble()).contains(Trouble.unreached(Optional.empty()));
    assertThat(tunnel.completing(AgentTrace.EMPTY)).isEqualTo(AgentTrace.EMPTY);

    service = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::echo);
    try (var guest = guest()) {
      say(guest, "CONNECT api.example.org:443 HTTP/1.1\r\n" + shown(tunnel.credential()) + "\r\n");
      heard(guest, "HTTP/1.1 200 Connection established\r\n\r\n");
    }
    assertThat(tunnel.completing(failed)).isEqualTo(failed);
  }

  @Test
  void packages_need_no_token_and_the_provider_is_reached_with_it_alone() throws IOException {
    var packages =
        Packages.of(
            Set.of("packages.example.org"),
            _ -> new InetSocketAddress(InetAddress.getLoopbackAddress(), service.getLocalPort()),
            _ -> {});
    tunnel.close();
    tunnel =
        Tunnel.to(
            Set.of("api.example.org"),
            host -> InetSocketAddress.createUnresolved(host, 443),
            Optional.of(packages));

    try (var guest = guest()) {
      say(guest, "CONNECT packages.example.org:443 HTTP/1.1\r\n\r\nthing");
      assertThat(heard(guest, "HTTP/1.1 200 Connection established\r\n\r\nthing"))
          .endsWith("thing");
    }
    assertThat(answer("CONNECT api.example.org:443 HTTP/1.1", "otto:guessed")).contains(" 407 ");
    assertThat(answer("CONNECT evil.example:443 HTTP/1.1", tunnel.credential())).contains(" 403 ");
    assertThat(packages.reached()).containsExactly("packages.example.org");
    assertThat(packages.refused()).containsExactly("evil.example");
  }

  private String answer(String line, String credential) throws IOException {
    try (var guest = guest()) {
      say(guest, line + "\r\n" + shown(credential) + "\r\n");
      return new String(guest.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private Socket guest() throws IOException {
    return new Socket(tunnel.address().getAddress(), tunnel.address().getPort());
  }

  private static String shown(String credential) {
    return "Proxy-Authorization: Basic "
        + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.US_ASCII))
        + "\r\n";
  }

  private static void say(Socket guest, String text) throws IOException {
    guest.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    guest.getOutputStream().flush();
  }

  private static String heard(Socket guest, String expected) throws IOException {
    return new String(
        guest.getInputStream().readNBytes(expected.length()), StandardCharsets.US_ASCII);
  }

  private void echo() {
    try {
      while (true) {
        var one = service.accept();
        Thread.ofVirtual().start(() -> echo(one));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void echo(Socket one) {
    try (one) {
      one.getInputStream().transferTo(one.getOutputStream());
    } catch (IOException gone) {
      // So is its guest.
    }
  }
}
