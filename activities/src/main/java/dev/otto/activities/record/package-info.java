/// Recording, and the runs as their leases find them in the store.
@NullMarked
package dev.otto.activities.record;

import org.jspecify.annotations.NullMarked;
