package dev.otto.model.run;

import java.time.Instant;

/// An event of a run and the moment at which it happened, by the clock of its workflow.
public record RunEntry(RunEvent event, Instant at) {}
