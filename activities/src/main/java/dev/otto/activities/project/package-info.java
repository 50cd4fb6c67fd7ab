/// Looking at a project before a run is created in it.
@NullMarked
package dev.otto.activities.project;

import org.jspecify.annotations.NullMarked;
