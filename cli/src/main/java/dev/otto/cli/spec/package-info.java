/// The spec as a format: its published schema.
@NullMarked
package dev.otto.cli.spec;

import org.jspecify.annotations.NullMarked;
