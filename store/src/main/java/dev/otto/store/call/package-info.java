/// The table of agent calls: what was started where, and what it came to.
@NullMarked
package dev.otto.store.call;

import org.jspecify.annotations.NullMarked;
