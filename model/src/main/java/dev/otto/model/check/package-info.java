/// Checks: what a machine can run that passes or fails, and the oracle it judges by.
@NullMarked
package dev.otto.model.check;

import org.jspecify.annotations.NullMarked;
