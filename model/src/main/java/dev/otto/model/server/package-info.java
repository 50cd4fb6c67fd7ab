/// The server as it shows itself: build, engine, ways in.
@NullMarked
package dev.otto.model.server;

import org.jspecify.annotations.NullMarked;
