/// A model that plays a script: a service on the loopback which answers the real agents as their
/// providers would, in both of their dialects, and keeps a journal of what it was asked.
@NullMarked
package dev.otto.activities.agent.model;

import org.jspecify.annotations.NullMarked;
