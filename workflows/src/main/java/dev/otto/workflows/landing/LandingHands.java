package dev.otto.workflows.landing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.CommitId;
import dev.otto.model.HostId;
import dev.otto.model.RunId;
import io.temporal.activity.ActivityInterface;

/// Brings exactly the audited commit into the user's branch.
@ActivityInterface
public interface LandingHands {
  /// What a person looked at and wants landed.
  record Landing(RunId run, HostId host, CommitId commit, String by) {}

  /// What landing came to.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Landed.class, name = "landed"),
    @JsonSubTypes.Type(value = Outcome.Refused.class, name = "refused")
  })
  sealed interface Outcome {
    /// The branch stands at the commit; `before` is where it stood.
    record Landed(CommitId commit, String branch, String before) implements Outcome {}

    /// Nothing was changed; the parts of a refusal.
    record Refused(String code, String sentence, String nextStep) implements Outcome {}
  }

  Outcome land(Landing landing);
}
