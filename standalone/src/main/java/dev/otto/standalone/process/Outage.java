package dev.otto.standalone.process;

import java.time.Instant;
import java.util.Optional;

/// A program that is gone and not back yet.
///
/// @param since when that was noticed
/// @param why why the last try to bring it back failed; nothing while the first is under way
public record Outage(Instant since, Optional<String> why) {}
