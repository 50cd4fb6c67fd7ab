/// The programs of the real agents, for stories that need them.
@NullMarked
package dev.otto.standalone.real;

import org.jspecify.annotations.NullMarked;
