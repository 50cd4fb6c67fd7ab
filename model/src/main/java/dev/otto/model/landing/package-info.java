/// Landing: the audited commit on its way into the user's branch.
@NullMarked
package dev.otto.model.landing;

import org.jspecify.annotations.NullMarked;
