package dev.otto.api.event;

import java.time.Instant;

/// That the stream lives although nothing happens.
record Heartbeat(Instant ts) {}
