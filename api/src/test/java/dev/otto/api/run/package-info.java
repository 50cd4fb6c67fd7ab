@NullMarked
package dev.otto.api.run;

import org.jspecify.annotations.NullMarked;
