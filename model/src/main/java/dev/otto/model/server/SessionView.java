package dev.otto.model.server;

import java.util.Optional;

/// Who is asking, as the server sees it.
///
/// @param by the name under which what they ask is recorded
/// @param csrf what a page sends as `Otto-Csrf` with everything that changes something
public record SessionView(String by, Optional<String> csrf) {
  public SessionView {
    csrf = csrf == null ? Optional.empty() : csrf;
  }
}
