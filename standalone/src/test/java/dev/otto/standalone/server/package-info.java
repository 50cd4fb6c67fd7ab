@NullMarked
package dev.otto.standalone.server;

import org.jspecify.annotations.NullMarked;
