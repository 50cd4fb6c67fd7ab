/// The merge lane of a run.
@NullMarked
package dev.otto.activities.lane;

import org.jspecify.annotations.NullMarked;
