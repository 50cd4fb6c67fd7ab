package dev.otto.api.event;

/// That the stream cannot go on where the listener left off: look at everything again; what follows
/// comes after this id.
record Resync(long after) {}
