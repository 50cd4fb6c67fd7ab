/// A real database for tests.
@NullMarked
package dev.otto.store;

import org.jspecify.annotations.NullMarked;
