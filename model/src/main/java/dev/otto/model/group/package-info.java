/// Groups of a run: how one group stands, what happened to it and what it needs next.
@NullMarked
package dev.otto.model.group;

import org.jspecify.annotations.NullMarked;
