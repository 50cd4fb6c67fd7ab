/// Stories of what is kept of accounts, on real PostgreSQL.
@NullMarked
package dev.otto.store.call;

import org.jspecify.annotations.NullMarked;
