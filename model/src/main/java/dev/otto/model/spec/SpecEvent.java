package dev.otto.model.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened to the spec of a run, apart from the calls that write it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SpecEvent.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = SpecEvent.Compiled.class, name = "compiled"),
  @JsonSubTypes.Type(value = SpecEvent.Edited.class, name = "edited"),
  @JsonSubTypes.Type(value = SpecEvent.Regenerated.class, name = "regenerated"),
  @JsonSubTypes.Type(value = SpecEvent.Kept.class, name = "kept"),
  @JsonSubTypes.Type(value = SpecEvent.GateOpened.class, name = "gate-opened"),
  @JsonSubTypes.Type(value = SpecEvent.Approved.class, name = "approved"),
  @JsonSubTypes.Type(value = SpecEvent.Rejected.class, name = "rejected"),
  @JsonSubTypes.Type(value = SpecEvent.GateTimedOut.class, name = "gate-timed-out")
})
public sealed interface SpecEvent {
  /// The answer breaks the rules; the violations are kept as content and go back.
  record Refused(int violations, Digest report) implements SpecEvent {}

  /// A revision of the spec stands.
  record Compiled(int revision, Digest spec, String title, List<GroupPlan> groups)
      implements SpecEvent {
    public Compiled {
      groups = List.copyOf(groups);
    }
  }

  /// A person wrote the next revision of the spec.
  record Edited(Digest spec, String title, List<GroupPlan> groups, String by, Optional<String> key)
      implements SpecEvent {
    public Edited {
      groups = List.copyOf(groups);
      key = key == null ? Optional.empty() : key;
    }
  }

  /// A person wants the spec written again, and said why.
  ///
  /// @param from the revision that they looked at
  /// @param wish the digest of their words
  record Regenerated(Digest from, Digest wish, String by, Optional<String> key)
      implements SpecEvent {
    public Regenerated {
      key = key == null ? Optional.empty() : key;
    }
  }

  /// It was not written again after all; the revision that was there stands.
  record Kept(String why) implements SpecEvent {}

  record GateOpened(Instant due) implements SpecEvent {}

  record Approved(Digest spec, String by, Optional<String> key) implements SpecEvent {
    public Approved {
      key = key == null ? Optional.empty() : key;
    }
  }

  record Rejected(String by, String why, Optional<String> key) implements SpecEvent {
    public Rejected {
      key = key == null ? Optional.empty() : key;
    }
  }

  record GateTimedOut() implements SpecEvent {}
}
