@NullMarked
package dev.otto.standalone.database;

import org.jspecify.annotations.NullMarked;
