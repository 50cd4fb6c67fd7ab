/// Claude Code: how it is started, what its lines say, and what they mean.
@NullMarked
package dev.otto.activities.agent.claude;

import org.jspecify.annotations.NullMarked;
