@NullMarked
package dev.otto.api.record;

import org.jspecify.annotations.NullMarked;
