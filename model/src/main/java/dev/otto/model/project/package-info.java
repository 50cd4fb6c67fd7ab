/// Projects: the git repositories that Otto manages.
@NullMarked
package dev.otto.model.project;

import org.jspecify.annotations.NullMarked;
