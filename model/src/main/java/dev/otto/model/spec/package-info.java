/// The spec: the product contract of a run, its rules and its revisions.
@NullMarked
package dev.otto.model.spec;

import org.jspecify.annotations.NullMarked;
