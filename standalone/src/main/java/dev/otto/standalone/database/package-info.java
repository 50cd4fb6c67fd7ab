/// PostgreSQL below Otto: one of its own in the home, or one that the user names.
@NullMarked
package dev.otto.standalone.database;

import org.jspecify.annotations.NullMarked;
