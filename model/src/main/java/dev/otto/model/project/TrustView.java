package dev.otto.model.project;

import dev.otto.model.ProjectId;
import java.util.Optional;

/// What a repository brings along, and whether a person allowed exactly that.
///
/// @param repository the folder of the user's repository
/// @param allowedBy who allowed it, if somebody did
public record TrustView(
    ProjectId project, String repository, Baggage baggage, Optional<String> allowedBy) {
  public TrustView {
    allowedBy = allowedBy == null ? Optional.empty() : allowedBy;
  }
}
