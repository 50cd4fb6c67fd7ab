/// Audits: the results of checks on the merged product, and the verdicts they amount to.
@NullMarked
package dev.otto.model.audit;

import org.jspecify.annotations.NullMarked;
