/// Runs as text: pure functions from what the api says to lines of a given width.
@NullMarked
package dev.otto.cli.render;

import org.jspecify.annotations.NullMarked;
