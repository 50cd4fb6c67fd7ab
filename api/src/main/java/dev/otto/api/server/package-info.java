/// The server itself: one loopback port, its routes, and what it says of itself.
@NullMarked
package dev.otto.api.server;

import org.jspecify.annotations.NullMarked;
