package dev.otto.activities.gateway;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// The hosts from which packages come: everywhere but on this machine, in its neighbourhood, and
/// where clouds tell their machines secrets; by the port of TLS.
final class PublicHosts {
  private static final int TLS = 443;

  private PublicHosts() {}

  static boolean contain(InetSocketAddress host) {
    return host.getPort() == TLS && isPublic(host.getAddress());
  }

  private static boolean isPublic(InetAddress address) {
    var special =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    return switch (address) {
      case InetAddress _ when special -> false;
      case Inet4Address four -> !isOfCarriers(four.getAddress()) && four.getAddress()[0] != 0;
      case Inet6Address six -> (six.getAddress()[0] & 0xfe) != 0xfc;
      default -> false;
    };
  }

  /// 100.64.0.0/10, where neighbours hide behind one address.
  private static boolean isOfCarriers(byte[] address) {
    return (address[0] & 0xff) == 100 && (address[1] & 0xc0) == 64;
  }
}
