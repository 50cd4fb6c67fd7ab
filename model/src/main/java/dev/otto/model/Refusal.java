package dev.otto.model;

import com.fasterxml.jackson.annotation.JsonIgnore;

/// Why Otto will not do what it was asked: always the asker's to fix, never a fault of Otto.
public interface Refusal {
  /// A stable word for programs, such as `no-such-run`.
  @JsonIgnore
  String code();

  /// What is wrong, in one sentence for a person.
  @JsonIgnore
  String sentence();

  /// What the person can do about it, in one sentence.
  @JsonIgnore
  String nextStep();

  /// What sort of no it is; it fixes the HTTP status and the exit code.
  @JsonIgnore
  Kind kind();

  /// The sorts of refusal, each with its HTTP status.
  enum Kind {
    INVALID(422),
    UNKNOWN(404),
    CONFLICT(409),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    TOO_OFTEN(429),
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  /// A refusal on its way to the border, where it becomes problem+json or one line on stderr.
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
      super(refusal.sentence());
      this.refusal = refusal;
    }

    public Refusal refusal() {
      return refusal;
    }
  }

  /// Throws it, for expressions that must end here.
  default Refused refused() {
    return new Refused(this);
  }
}
