/// The commands about runs: asking for one, following it, looking at it, deciding about it.
@NullMarked
package dev.otto.cli.run;

import org.jspecify.annotations.NullMarked;
