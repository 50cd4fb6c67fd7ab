/// Landing an audited commit.
@NullMarked
package dev.otto.activities.landing;

import org.jspecify.annotations.NullMarked;
