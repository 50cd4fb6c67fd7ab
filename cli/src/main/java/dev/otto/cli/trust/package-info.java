/// What a repository brings along that agents would obey, and allowing it.
@NullMarked
package dev.otto.cli.trust;

import org.jspecify.annotations.NullMarked;
