/// Stories of what repositories bring along.
@NullMarked
package dev.otto.cli.trust;

import org.jspecify.annotations.NullMarked;
