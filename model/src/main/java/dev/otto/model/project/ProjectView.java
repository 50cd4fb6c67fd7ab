package dev.otto.model.project;

import dev.otto.model.ProjectId;
import java.util.List;

/// A project as people see it.
///
/// @param repository the folder of the user's repository
public record ProjectView(ProjectId project, String repository) {
  /// All projects.
  public record Page(List<ProjectView> projects) {
    public Page {
      projects = List.copyOf(projects);
    }
  }
}
