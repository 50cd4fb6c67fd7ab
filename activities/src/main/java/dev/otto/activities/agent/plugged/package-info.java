/// Programs of others that speak `otto-agent/1`: an adapter that is nearly the identity, and the
/// rules by which such a program is judged.
@NullMarked
package dev.otto.activities.agent.plugged;

import org.jspecify.annotations.NullMarked;
