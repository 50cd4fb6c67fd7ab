/// The run workflow: an intent on its way to a proof, and what it asks of the world.
@NullMarked
package dev.otto.workflows.run;

import org.jspecify.annotations.NullMarked;
