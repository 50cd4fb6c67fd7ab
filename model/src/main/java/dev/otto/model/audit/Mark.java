package dev.otto.model.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Why a check does not count, or what is wrong with it; each is shown beside the check.
public enum Mark {
  /// It passed on the base commit already, so it cannot tell that something new is true.
  @JsonProperty("vacuous")
  VACUOUS,
  /// Agents could write what it judges by.
  @JsonProperty("self-written")
  SELF_WRITTEN,
  /// A sealed oracle of it differs in the merged tree.
  @JsonProperty("tampered")
  TAMPERED,
  /// What must stay true was not true on the base commit.
  @JsonProperty("broken-before")
  BROKEN_BEFORE,
  /// It passed and failed on the same content.
  @JsonProperty("flaky")
  FLAKY,
  /// It ran and asserted nothing.
  @JsonProperty("empty")
  EMPTY,
  /// Its kind is not known here.
  @JsonProperty("unknown")
  UNKNOWN,
  /// It was not run; the sentence says why.
  @JsonProperty("not-run")
  NOT_RUN,
  /// Its evidence is missing.
  @JsonProperty("no-evidence")
  NO_EVIDENCE;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether a check with this mark still counts.
  public boolean counts() {
    return switch (this) {
      case VACUOUS, EMPTY, UNKNOWN, FLAKY, NOT_RUN, NO_EVIDENCE -> false;
      case SELF_WRITTEN, TAMPERED, BROKEN_BEFORE -> true;
    };
  }

  /// The mark as the end of a sentence about the check.
  public String sentence() {
    return switch (this) {
      case VACUOUS -> "is vacuous: it passed on the base already";
      case SELF_WRITTEN -> "is self-written: agents could write what it judges by";
      case TAMPERED -> "was tampered with";
      case BROKEN_BEFORE -> "was broken before: it failed on the base already";
      case FLAKY -> "is flaky: it passed and failed on the same content";
      case EMPTY -> "is empty: it asserted nothing";
      case UNKNOWN -> "is of a kind that is unknown here";
      case NOT_RUN -> "was not run";
      case NO_EVIDENCE -> "left no evidence";
    };
  }
}
