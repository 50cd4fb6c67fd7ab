/// `otto config`: the keys of the settings, their values, and where each was said.
@NullMarked
package dev.otto.cli.config;

import org.jspecify.annotations.NullMarked;
