@NullMarked
package dev.otto.store.announce;

import org.jspecify.annotations.NullMarked;
