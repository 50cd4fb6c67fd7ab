/// `otto-agent/1`: agents' events as lines of JSON, the way in which any program can be an agent of
/// Otto.
@NullMarked
package dev.otto.activities.agent.protocol;

import org.jspecify.annotations.NullMarked;
