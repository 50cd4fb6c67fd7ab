/// The work of groups: taken from worktrees, checked, salvaged.
@NullMarked
package dev.otto.activities.group;

import org.jspecify.annotations.NullMarked;
