@NullMarked
package dev.otto.api.json;

import org.jspecify.annotations.NullMarked;
