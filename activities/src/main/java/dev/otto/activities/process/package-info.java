/// Child processes: how they are started, watched, heard, and ended with everything they started
/// themselves. No other package starts a process, and what only Linux knows (`/proc`, sessions,
/// namespaces) is asked here alone.
@NullMarked
package dev.otto.activities.process;

import org.jspecify.annotations.NullMarked;
