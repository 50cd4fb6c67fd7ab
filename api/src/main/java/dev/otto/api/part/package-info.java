/// The parts that the api stands on and that may become ready after it.
@NullMarked
package dev.otto.api.part;

import org.jspecify.annotations.NullMarked;
