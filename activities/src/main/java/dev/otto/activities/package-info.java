/// The hands that answer what the workflows ask: processes, git, agents, checks, audits, records.
@NullMarked
package dev.otto.activities;

import org.jspecify.annotations.NullMarked;
