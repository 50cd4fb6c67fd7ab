/// Compiling: how an intent becomes a spec that a person may have to approve.
@NullMarked
package dev.otto.model.compile;

import org.jspecify.annotations.NullMarked;
