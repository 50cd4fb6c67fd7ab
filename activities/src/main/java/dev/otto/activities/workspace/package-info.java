/// Otto's clone as a run opens and prepares it.
@NullMarked
package dev.otto.activities.workspace;

import org.jspecify.annotations.NullMarked;
