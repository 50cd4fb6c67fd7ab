/// Otto's git: its own clone of each project, worktrees, snapshots, ownership, the merge lane,
/// salvage, publishing and landing. The user's repository is only read, until a run is published or
/// landed.
@NullMarked
package dev.otto.activities.git;

import org.jspecify.annotations.NullMarked;
