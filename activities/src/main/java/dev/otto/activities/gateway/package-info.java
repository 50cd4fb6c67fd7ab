/// The way from an agent to its model. The key never leaves Otto: an agent gets a token that opens
/// the gateway for one call, and what passes through is seen where nothing can be left out.
@NullMarked
package dev.otto.activities.gateway;

import org.jspecify.annotations.NullMarked;
