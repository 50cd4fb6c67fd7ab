@NullMarked
package dev.otto.api;

import org.jspecify.annotations.NullMarked;
