@NullMarked
package dev.otto.api.door;

import org.jspecify.annotations.NullMarked;
