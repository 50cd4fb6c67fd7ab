package dev.otto.workflows.project;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.HostId;
import dev.otto.model.project.Baggage;
import dev.otto.model.settings.RunWishes;
import io.temporal.activity.ActivityInterface;
import java.util.List;
import java.util.Optional;

/// Looks at the repository of a project, and only looks.
@ActivityInterface
public interface ProjectLooks {
  /// A folder that a person named, on this host, and the recipe that shall be played there.
  record Look(HostId host, String folder, Optional<String> recipe) {
    public Look {
      recipe = recipe == null ? Optional.empty() : recipe;
    }

    public Look(HostId host, String folder) {
      this(host, folder, Optional.empty());
    }
  }

  /// What the host says of the folder.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "seen")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Seen.Usable.class, name = "usable"),
    @JsonSubTypes.Type(value = Seen.Refused.class, name = "refused")
  })
  sealed interface Seen {
    /// A run can be created here: the repository's top folder, what a person should know of it,
    /// what the project and the user say of runs, and what it brings along that programs would
    /// obey.
    record Usable(
        String top, List<String> notes, RunWishes project, RunWishes user, Baggage baggage)
        implements Seen {
      public Usable {
        notes = List.copyOf(notes);
        project = project == null ? RunWishes.NONE : project;
        user = user == null ? RunWishes.NONE : user;
        baggage = baggage == null ? Baggage.among(List.of()) : baggage;
      }
    }

    /// No run can be created here; the parts of a refusal.
    record Refused(String code, String sentence, String nextStep) implements Seen {}
  }

  Seen look(Look look);
}
