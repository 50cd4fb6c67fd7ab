package dev.otto.activities.provider;

import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.host.HostFacts.Health;
import java.util.Optional;

/// What was found of a provider on this host: how it is, for people, and, if it can be used, how.
record Found(Fact fact, Optional<Agent> agent) {
  static Found usable(ProviderKind kind, Agent agent, String sentence) {
    return new Found(new Fact(kind.word(), Health.OK, sentence, ""), Optional.of(agent));
  }

  static Found doubtful(ProviderKind kind, Agent agent, String sentence, String fix) {
    return new Found(new Fact(kind.word(), Health.WARNING, sentence, fix), Optional.of(agent));
  }

  static Found absent(ProviderKind kind, String sentence, String fix) {
    return new Found(new Fact(kind.word(), Health.ABSENT, sentence, fix), Optional.empty());
  }

  static Found broken(ProviderKind kind, String sentence, String fix) {
    return new Found(new Fact(kind.word(), Health.BROKEN, sentence, fix), Optional.empty());
  }
}
