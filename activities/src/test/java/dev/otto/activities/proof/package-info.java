/// The proof packet: written, rendered and published.
@NullMarked
package dev.otto.activities.proof;

import org.jspecify.annotations.NullMarked;
