/// The table of landings.
@NullMarked
package dev.otto.store.landing;

import org.jspecify.annotations.NullMarked;
