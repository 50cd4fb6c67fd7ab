/// How bodies of requests are read: strictly, and every fault with its place.
@NullMarked
package dev.otto.api.json;

import org.jspecify.annotations.NullMarked;
