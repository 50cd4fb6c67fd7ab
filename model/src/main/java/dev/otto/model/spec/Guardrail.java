package dev.otto.model.spec;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.CheckId;
import dev.otto.model.ClauseId;
import dev.otto.model.FeatureId;
import dev.otto.model.GroupId;
import java.util.List;

/// A clause of kind `kept` with a scope: something that must not happen.
public record Guardrail(ClauseId id, String text, Scope scope, List<CheckId> checks) {
  public Guardrail {
    requireNonNull(id);
    requireNonNull(text);
    requireNonNull(scope);
    checks = List.copyOf(checks);
  }

  /// What the guardrail watches over.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "over")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Scope.All.class, name = "all"),
    @JsonSubTypes.Type(value = Scope.OneGroup.class, name = "group"),
    @JsonSubTypes.Type(value = Scope.OneFeature.class, name = "feature")
  })
  public sealed interface Scope {
    record All() implements Scope {}

    record OneGroup(GroupId group) implements Scope {
      public OneGroup {
        requireNonNull(group);
      }
    }

    record OneFeature(FeatureId feature) implements Scope {
      public OneFeature {
        requireNonNull(feature);
      }
    }
  }

  /// The guardrail as the clause that it is.
  public Clause clause() {
    return new Clause(id, text, Clause.Kind.KEPT, false, checks);
  }
}
