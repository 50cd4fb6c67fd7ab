/// What people are told of the engine.
@NullMarked
package dev.otto.cli.engine;

import org.jspecify.annotations.NullMarked;
