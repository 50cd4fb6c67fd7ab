package dev.otto.model.audit;

import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The audits of a run: the newest one, and the conclusions of those before.
public record Audits(Optional<Audit> current, List<AuditEvent.Concluded> earlier) {
  public static final Audits NONE = new Audits(Optional.empty(), List.of());

  public Audits {
    current = current == null ? Optional.empty() : current;
    earlier = earlier == null ? List.of() : List.copyOf(earlier);
  }

  /// One audit as it stands.
  ///
  /// @param findings what the checks came to, as content
  /// @param judged how many clauses only an auditor can judge
  /// @param answer what the auditor said
  public record Audit(
      int round,
      CommitId commit,
      Optional<Digest> findings,
      int judged,
      Optional<Answer> answer,
      Optional<AuditEvent.Concluded> conclusion) {
    public Audit {
      findings = findings == null ? Optional.empty() : findings;
      answer = answer == null ? Optional.empty() : answer;
      conclusion = conclusion == null ? Optional.empty() : conclusion;
    }

    /// Whether the auditor has to be asked.
    public boolean needsAuditor() {
      return judged > 0 && answer.isEmpty();
    }
  }

  public int round() {
    return current.map(Audit::round).orElse(0);
  }

  /// The conclusion of the newest audit, once there is one.
  public Optional<AuditEvent.Concluded> conclusion() {
    return current.flatMap(Audit::conclusion);
  }

  public Audits after(AuditEvent event) {
    return switch (event) {
      case AuditEvent.Begun(var round, var commit) -> begun(round, commit);
      case AuditEvent.Probed(_, var findings, var judged, _) ->
          with(
              new Audit(
                  open().round,
                  open().commit,
                  Optional.of(findings),
                  judged,
                  Optional.empty(),
                  Optional.empty()));
      case AuditEvent.Concluded concluded ->
          with(
              new Audit(
                  open().round,
                  open().commit,
                  open().findings,
                  open().judged,
                  open().answer,
                  Optional.of(concluded)));
    };
  }

  /// The audits after an event of an auditor's call.
  public Audits after(CallEvent event) {
    return switch (event) {
      case CallEvent.Ordered _,
          CallEvent.NeedsPerson _,
          CallEvent.Limited _,
          CallEvent.GoesOn _,
          CallEvent.Reserved _,
          CallEvent.Moved _,
          CallEvent.SetAside _ ->
          this;
      case CallEvent.Answered(_, var answer, _) -> answered(answer);
      case CallEvent.Lost(var order, var loss, _, _) ->
          order.after(loss).isPresent()
              ? this
              : answered(new Answer.Failed("lost", "its call was lost too often: " + loss.words()));
    };
  }

  private Audits begun(int round, CommitId commit) {
    var before = new ArrayList<>(earlier);
    conclusion().ifPresent(before::add);
    return new Audits(
        Optional.of(
            new Audit(round, commit, Optional.empty(), 0, Optional.empty(), Optional.empty())),
        before);
  }

  private Audits answered(Answer answer) {
    return with(
        new Audit(
            open().round,
            open().commit,
            open().findings,
            open().judged,
            Optional.of(answer),
            open().conclusion));
  }

  private Audits with(Audit audit) {
    return new Audits(Optional.of(audit), earlier);
  }

  private Audit open() {
    return current.orElseThrow(() -> new IllegalStateException("no audit has begun"));
  }
}
