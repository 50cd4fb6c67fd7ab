/// Paths of a repository and the patterns over them.
@NullMarked
package dev.otto.model.path;

import org.jspecify.annotations.NullMarked;
