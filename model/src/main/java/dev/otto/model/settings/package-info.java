/// What a run was asked to observe: limits, provider, gate; each value decided before the run
/// starts.
@NullMarked
package dev.otto.model.settings;

import org.jspecify.annotations.NullMarked;
