@NullMarked
package dev.otto.api.landing;

import org.jspecify.annotations.NullMarked;
