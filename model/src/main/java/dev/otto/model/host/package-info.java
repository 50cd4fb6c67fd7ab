/// Hosts: what a machine that runs a worker can do.
@NullMarked
package dev.otto.model.host;

import org.jspecify.annotations.NullMarked;
