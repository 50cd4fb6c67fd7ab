/// The schema of the database: numbered migrations that only go forward.
@NullMarked
package dev.otto.store.schema;

import org.jspecify.annotations.NullMarked;
