/// Stories of the checkpoints of runs, on real PostgreSQL.
@NullMarked
package dev.otto.store.run;

import org.jspecify.annotations.NullMarked;
