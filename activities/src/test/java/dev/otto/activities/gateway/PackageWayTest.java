package dev.otto.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The way of a setup to packages.
class PackageWayTest {
  @Test
  void bytes_go_both_ways_to_a_host_that_is_allowed_and_its_name_is_known() throws IOException {
    var told = new ArrayList<Packages>();
    var packages = new Packages(_ -> true, PackageWayTest::here, _ -> true, told::add);
    try (var registry = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var way = PackageWay.open(packages);
        var guest =
            asks(
                way,
                "CONNECT localhost:%d HTTP/1.1\r\nHost: x\r\n\r\nhello"
                    .formatted(registry.getLocalPort()));
        var there = registry.accept()) {
      assertThat(new String(there.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
          .isEqualTo("hello");
      there.getOutputStream().write("packages".getBytes(StandardCharsets.US_ASCII));
      there.shutdownOutput();

      assertThat(new String(guest.getInputStream().readNBytes(47), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200 Connection established\r\n\r\npackages");
      assertThat(packages.reached()).containsExactly("localhost");
      assertThat(packages.refused()).isEmpty();
      assertThat(told).containsExactly(packages);
    }
  }

  /// S-7, S-10
  @Test
  void this_machine_is_not_reached_and_what_was_asked_for_is_known() throws IOException {
    var packages = Packages.ofAnyone(_ -> {});
    try (var engine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var way = PackageWay.open(packages)) {
      var port = engine.getLocalPort();

      assertThat(said(way, "CONNECT 127.0.0.1:%d HTTP/1.1\r\n\r\n".formatted(port)))
          .startsWith("HTTP/1.1 403");
      assertThat(said(way, "CONNECT localhost:443 HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 403");
      assertThat(said(way, "CONNECT no-such-host.invalid:443 HTTP/1.1\r\n\r\n"))
          .startsWith("HTTP/1.1 403");
      assertThat(said(way, "GET http://127.0.0.1:%d/ HTTP/1.1\r\n\r\n".formatted(port)))
          .startsWith("HTTP/1.1 405");
      assertThat(packages.refused())
          .containsExactly("127.0.0.1", "localhost", "no-such-host.invalid");
      assertThat(packages.reached()).isEmpty();
    }
  }

  @Test
  void only_hosts_of_these_names_are_reached_and_only_where_they_are_public() throws IOException {
    var packages = Packages.of(Set.of("packages.example.org", "localhost"), _ -> {});
    try (var way = PackageWay.open(packages)) {
      assertThat(said(way, "CONNECT evil.example:443 HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 403");
      assertThat(said(way, "CONNECT LOCALHOST:443 HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 403");
      assertThat(packages.refused()).containsExactly("LOCALHOST", "evil.example");
    }
  }

  @Test
  void what_is_said_to_no_proxy_comes_to_the_gateway_word_for_word() throws IOException {
    var packages = Packages.of(Set.of(), _ -> {});
    try (var gateway = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var way = PackageWay.beside((InetSocketAddress) gateway.getLocalSocketAddress(), packages);
        var guest = asks(way, "POST /v1/messages HTTP/1.1\r\nhost: x\r\n\r\nbody");
        var there = gateway.accept()) {
      var words = "POST /v1/messages HTTP/1.1\r\nhost: x\r\n\r\nbody";
      assertThat(
              new String(
                  there.getInputStream().readNBytes(words.length()), StandardCharsets.US_ASCII))
          .isEqualTo(words);
      there.getOutputStream().write("answer".getBytes(StandardCharsets.US_ASCII));
      there.shutdownOutput();

      assertThat(new String(guest.getInputStream().readNBytes(6), StandardCharsets.US_ASCII))
          .isEqualTo("answer");
      assertThat(
              said(way, "CONNECT 127.0.0.1:%d HTTP/1.1\r\n\r\n".formatted(gateway.getLocalPort())))
          .startsWith("HTTP/1.1 403");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "104.16.3.34, 443, true",
    "2606:4700::6810:322, 443, true",
    "104.16.3.34, 80, false",
    "127.0.0.1, 443, false",
    "0.0.0.0, 443, false",
    "0.1.2.3, 443, false",
    "10.1.2.3, 443, false",
    "172.16.0.1, 443, false",
    "192.168.1.1, 443, false",
    "169.254.169.254, 443, false",
    "100.100.100.200, 443, false",
    "224.0.0.1, 443, false",
    "::1, 443, false",
    "::ffff:127.0.0.1, 443, false",
    "fe80::1, 443, false",
    "fd00:ec2::254, 443, false"
  })
  void packages_come_from_public_hosts(String address, int port, boolean expected)
      throws IOException {
    assertThat(PublicHosts.contain(new InetSocketAddress(InetAddress.getByName(address), port)))
        .isEqualTo(expected);
  }

  private static InetSocketAddress here(ConnectHead.Target target) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port());
  }

  private static String said(PackageWay way, String words) throws IOException {
    try (var guest = asks(way, words)) {
      return new String(guest.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static Socket asks(PackageWay way, String words) throws IOException {
    var guest = new Socket(way.address().getAddress(), way.address().getPort());
    guest.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    return guest;
  }
}
