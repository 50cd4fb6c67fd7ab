/// Stories of what repositories bring along.
@NullMarked
package dev.otto.api.trust;

import org.jspecify.annotations.NullMarked;
