/// The short workflow that lands an audited commit.
@NullMarked
package dev.otto.workflows.landing;

import org.jspecify.annotations.NullMarked;
