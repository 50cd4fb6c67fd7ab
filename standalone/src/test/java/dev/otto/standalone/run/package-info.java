/// Whole runs: real PostgreSQL, git, processes and engine, with recipes as agents.
@NullMarked
package dev.otto.standalone.run;

import org.jspecify.annotations.NullMarked;
