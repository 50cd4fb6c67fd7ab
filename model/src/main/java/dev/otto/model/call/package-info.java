/// Agent calls: their orders, their ends and what they used.
@NullMarked
package dev.otto.model.call;

import org.jspecify.annotations.NullMarked;
