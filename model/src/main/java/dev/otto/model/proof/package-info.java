/// The proof: the packet that ties clauses to evidence to commits.
@NullMarked
package dev.otto.model.proof;

import org.jspecify.annotations.NullMarked;
