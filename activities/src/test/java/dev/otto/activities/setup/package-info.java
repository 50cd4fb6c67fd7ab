/// Stories of setting up.
@NullMarked
package dev.otto.activities.setup;

import org.jspecify.annotations.NullMarked;
