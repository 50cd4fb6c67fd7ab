package dev.otto.model.landing;

import dev.otto.model.CommitId;
import dev.otto.model.json.Body;

/// That a person wants exactly this audited commit landed.
public record LandRequest(CommitId commit) implements Body {}
