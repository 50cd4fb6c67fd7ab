/// The audit of the merged product, on the merged commit and on the base.
@NullMarked
package dev.otto.activities.audit;

import org.jspecify.annotations.NullMarked;
