/// Codex CLI: how it is started, what its lines say, and what they mean.
@NullMarked
package dev.otto.activities.agent.codex;

import org.jspecify.annotations.NullMarked;
