package dev.otto.model.host;

import dev.otto.model.HostId;
import java.time.Instant;
import java.util.List;

/// A host as people see it: what its worker found, and when it last said so.
public record HostView(HostId host, Instant seenAt, HostFacts facts) {
  /// All hosts, the one seen last first.
  public record Page(List<HostView> hosts) {
    public Page {
      hosts = List.copyOf(hosts);
    }
  }
}
