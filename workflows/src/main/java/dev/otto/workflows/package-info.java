/// The durable processes of Otto, and what they ask of the world.
@NullMarked
package dev.otto.workflows;

import org.jspecify.annotations.NullMarked;
