/// Work of groups that was put away, and bringing it back.
@NullMarked
package dev.otto.cli.recover;

import org.jspecify.annotations.NullMarked;
