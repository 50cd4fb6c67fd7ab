package dev.otto.model.run;

import dev.otto.model.audit.Verdict;

/// How a run ends, or would end as it stands: the verdict and why, in one sentence.
public record Ending(Verdict verdict, String why) {}
