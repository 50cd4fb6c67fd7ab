/// Content by its digest, as files of Otto's home.
@NullMarked
package dev.otto.activities.contents;

import org.jspecify.annotations.NullMarked;
