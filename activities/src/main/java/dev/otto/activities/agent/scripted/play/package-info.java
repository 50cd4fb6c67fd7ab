/// Playing a recipe in a worktree, step by step, so that a call that was killed anywhere can be
/// played again.
@NullMarked
package dev.otto.activities.agent.scripted.play;

import org.jspecify.annotations.NullMarked;
