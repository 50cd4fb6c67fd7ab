/// The packet that ties the clauses of a run to evidence and commits, and what verifying it means.
@NullMarked
package dev.otto.model.packet;

import org.jspecify.annotations.NullMarked;
