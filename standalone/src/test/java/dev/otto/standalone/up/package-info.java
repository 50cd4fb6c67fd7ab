/// Stories of the server of one machine.
@NullMarked
package dev.otto.standalone.up;

import org.jspecify.annotations.NullMarked;
