/// Runs: asked for, listed, looked at.
@NullMarked
package dev.otto.api.run;

import org.jspecify.annotations.NullMarked;
