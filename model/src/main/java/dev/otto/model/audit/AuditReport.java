package dev.otto.model.audit;

/// One audit, whole: what was found, and what it amounts to.
public record AuditReport(Findings findings, Judgement judgement) {}
