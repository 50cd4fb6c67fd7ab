/// The server of one machine: everything of Otto in one JVM, from its first moment to its last.
@NullMarked
package dev.otto.standalone.up;

import org.jspecify.annotations.NullMarked;
