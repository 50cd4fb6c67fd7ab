/// What all hands of one host share.
@NullMarked
package dev.otto.activities.host;

import org.jspecify.annotations.NullMarked;
