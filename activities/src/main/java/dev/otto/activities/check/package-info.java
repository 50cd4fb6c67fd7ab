/// Running checks: commands, exchanges with a product, expectations on files.
@NullMarked
package dev.otto.activities.check;

import org.jspecify.annotations.NullMarked;
