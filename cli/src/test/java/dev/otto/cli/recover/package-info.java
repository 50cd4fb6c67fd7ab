@NullMarked
package dev.otto.cli.recover;

import org.jspecify.annotations.NullMarked;
