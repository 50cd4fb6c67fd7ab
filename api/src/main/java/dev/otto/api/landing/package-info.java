/// Landing: the audited commit of a run, brought into the user's branch when a person says so.
@NullMarked
package dev.otto.api.landing;

import org.jspecify.annotations.NullMarked;
