/// The live stream: everything that happens, to everybody who looks.
@NullMarked
package dev.otto.api.event;

import org.jspecify.annotations.NullMarked;
