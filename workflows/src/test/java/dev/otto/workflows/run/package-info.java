/// Runs as workflows on the engine inside this JVM, with hands and a store in memory.
@NullMarked
package dev.otto.workflows.run;

import org.jspecify.annotations.NullMarked;
