@NullMarked
package dev.otto.api.event;

import org.jspecify.annotations.NullMarked;
