/// What every answer tells browsers to be careful about.
@NullMarked
package dev.otto.api.protection;

import org.jspecify.annotations.NullMarked;
