/// Stories about real child processes.
@NullMarked
package dev.otto.activities.process;

import org.jspecify.annotations.NullMarked;
