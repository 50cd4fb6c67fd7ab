/// What is known of a run beyond its view: its log, spec, calls, changes and proof; and of hosts
/// and projects.
@NullMarked
package dev.otto.api.record;

import org.jspecify.annotations.NullMarked;
