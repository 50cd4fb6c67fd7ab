/// What repositories bring along that programs would obey, and what of it people allowed.
@NullMarked
package dev.otto.api.trust;

import org.jspecify.annotations.NullMarked;
