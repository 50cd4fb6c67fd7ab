/// The table of commands, by their idempotency keys.
@NullMarked
package dev.otto.store.command;

import org.jspecify.annotations.NullMarked;
