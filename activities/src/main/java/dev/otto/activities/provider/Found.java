package dev.otto.activities.provider;

import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import java.util.Optional;

/// What was found of a provider on this host: how it is, for people, and, if it can be used, how.
record Found(Fact fact, Optional<Usable> provider) {
  static Found usable(Usable provider, String sentence) {
    return new Found(
        new Fact(provider.kind().word(), Health.OK, sentence, ""), Optional.of(provider));
  }

  static Found doubtful(Usable provider, String sentence, String fix) {
    return new Found(
        new Fact(provider.kind().word(), Health.WARNING, sentence, fix), Optional.of(provider));
  }

  static Found absent(ProviderKind kind, String sentence, String fix) {
    return new Found(new Fact(kind.word(), Health.ABSENT, sentence, fix), Optional.empty());
  }

  static Found broken(ProviderKind kind, String sentence, String fix) {
    return new Found(new Fact(kind.word(), Health.BROKEN, sentence, fix), Optional.empty());
  }
}
