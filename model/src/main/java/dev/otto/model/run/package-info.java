/// Runs: the one immutable record of a run, the events that change it and what may be asked of it.
@NullMarked
package dev.otto.model.run;

import org.jspecify.annotations.NullMarked;
