/// The proof of a run: where it lies, and whether it holds.
@NullMarked
package dev.otto.cli.proof;

import org.jspecify.annotations.NullMarked;
