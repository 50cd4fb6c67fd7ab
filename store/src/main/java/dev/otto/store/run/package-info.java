/// The tables of runs and of their events, and the one transaction that records.
@NullMarked
package dev.otto.store.run;

import org.jspecify.annotations.NullMarked;
