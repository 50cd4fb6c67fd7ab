/// An Otto for tests: real PostgreSQL, real HTTP, the engine in memory, hands written by hand.
@NullMarked
package dev.otto.api.sample;

import org.jspecify.annotations.NullMarked;
