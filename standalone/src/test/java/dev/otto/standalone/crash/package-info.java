/// Kill equivalence: whole servers whose parts are killed with -9, and runs that end as if nothing
/// had happened.
@NullMarked
package dev.otto.standalone.crash;

import org.jspecify.annotations.NullMarked;
