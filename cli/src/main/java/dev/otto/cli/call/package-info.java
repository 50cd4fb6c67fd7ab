/// The calls of a run: what their agents said.
@NullMarked
package dev.otto.cli.call;

import org.jspecify.annotations.NullMarked;
