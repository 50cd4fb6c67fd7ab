/// What Otto remembers in PostgreSQL: one interface per table, and the numbered migrations.
@NullMarked
package dev.otto.store;

import org.jspecify.annotations.NullMarked;
