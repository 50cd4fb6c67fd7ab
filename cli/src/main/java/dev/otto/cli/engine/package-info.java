/// What carries runs on: told, and installed.
@NullMarked
package dev.otto.cli.engine;

import org.jspecify.annotations.NullMarked;
