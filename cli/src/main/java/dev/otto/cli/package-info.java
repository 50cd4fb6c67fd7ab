/// The `otto` command: a thin HTTP client of the api that starts at once.
@NullMarked
package dev.otto.cli;

import org.jspecify.annotations.NullMarked;
