package dev.otto.activities.provider;

import dev.otto.activities.agent.Login;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What a person says about one provider: where its program is, which model shall think, where its
/// service is, the key for it, and a login of the person's own, for where there is no key.
public record ProviderSettings(
    ProviderKind kind,
    Optional<Path> program,
    Optional<String> model,
    URI service,
    Optional<String> key,
    Optional<Login> login) {
  /// Without a login.
  public ProviderSettings(
      ProviderKind kind,
      Optional<Path> program,
      Optional<String> model,
      URI service,
      Optional<String> key) {
    this(kind, program, model, service, key, Optional.empty());
  }

  /// Its program as the machine runs it, if it is here.
  public Optional<Path> runnable() {
    return program.flatMap(NativeProgram::of);
  }

  @Override
  public String toString() {
    return "ProviderSettings[%s, program=%s, model=%s, service=%s]"
        .formatted(kind.word(), program, model, service);
  }
}
