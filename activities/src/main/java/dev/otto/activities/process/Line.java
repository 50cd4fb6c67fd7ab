package dev.otto.activities.process;

/// One line of output without its end: where in the stream it begins, its text, and whether more of
/// it was cut away.
public record Line(long offset, String text, boolean cut) {}
