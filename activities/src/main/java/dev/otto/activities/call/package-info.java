/// Agent calls from their order to their answer.
@NullMarked
package dev.otto.activities.call;

import org.jspecify.annotations.NullMarked;
