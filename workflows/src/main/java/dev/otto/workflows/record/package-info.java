/// Recording: how events of a run reach the store, and what ends a workflow that lost its run.
@NullMarked
package dev.otto.workflows.record;

import org.jspecify.annotations.NullMarked;
