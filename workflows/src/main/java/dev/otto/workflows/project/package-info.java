/// Pre-flight: what a host says of a project before a run is created in it.
@NullMarked
package dev.otto.workflows.project;

import org.jspecify.annotations.NullMarked;
