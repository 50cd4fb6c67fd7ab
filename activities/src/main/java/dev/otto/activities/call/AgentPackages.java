package dev.otto.activities.call;

import dev.otto.activities.gateway.Packages;
import dev.otto.activities.host.Host;
import dev.otto.activities.host.SettingsFile;
import dev.otto.activities.provider.Providers;
import dev.otto.activities.setup.PackageBook;
import dev.otto.model.RunId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.settings.file.Keys;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// From where the agents of this host may fetch packages: hosts that its user names, or the usual
/// registries, and none where models are.
record AgentPackages(Host host, Providers providers) {
  /// Those for a call; only one that works in the folder of a group has any use for them.
  Optional<Packages> of(RunId run, CallOrder order) {
    var hosts = hosts();
    return order
        .group()
        .filter(_ -> host.cells().walls().network() && !hosts.isEmpty())
        .map(group -> new PackageBook(host.places(), run, group.value()))
        .map(book -> Packages.of(hosts, book::add));
  }

  private Set<String> hosts() {
    var written = SettingsFile.ofUser(host.places().home()).written();
    return without(written.get(Keys.PACKAGES).orElse(Packages.REGISTRIES), providers.modelHosts());
  }

  /// The hosts as programs name them, without those where models are.
  static Set<String> without(List<String> hosts, Set<String> models) {
    return hosts.stream()
        .map(host -> host.strip().toLowerCase(Locale.ROOT))
        .filter(host -> !models.contains(host))
        .collect(Collectors.toUnmodifiableSet());
  }
}
