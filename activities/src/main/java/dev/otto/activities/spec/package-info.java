/// Reading specs, and what they say to agents.
@NullMarked
package dev.otto.activities.spec;

import org.jspecify.annotations.NullMarked;
