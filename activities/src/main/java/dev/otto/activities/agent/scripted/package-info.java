/// The scripted provider: a program of its own that plays recipes in place of a thinking agent, and
/// the adapter to it.
@NullMarked
package dev.otto.activities.agent.scripted;

import org.jspecify.annotations.NullMarked;
