@NullMarked
package dev.otto.api.server;

import org.jspecify.annotations.NullMarked;
