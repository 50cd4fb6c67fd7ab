package dev.otto.model.server;

import java.util.Optional;

/// The engine in use, with all that is known of it.
///
/// @param reach where it is talked to
/// @param uiUrl where its own page is, if it has one
/// @param program the program it is, where it is a process of Otto's
/// @param sha256 the digest of that program
/// @param from where that program was had, if Otto put it there
/// @param instead why it is this one, where another was looked for first
public record EngineDetails(
    String kind,
    String version,
    String reach,
    Optional<String> uiUrl,
    Optional<String> program,
    Optional<String> sha256,
    Optional<String> from,
    Optional<String> instead) {
  public EngineDetails {
    uiUrl = uiUrl == null ? Optional.empty() : uiUrl;
    program = program == null ? Optional.empty() : program;
    sha256 = sha256 == null ? Optional.empty() : sha256;
    from = from == null ? Optional.empty() : from;
    instead = instead == null ? Optional.empty() : instead;
  }
}
