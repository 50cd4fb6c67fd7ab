/// Budgets: how much time a run may use, and how much it has used.
@NullMarked
package dev.otto.model.budget;

import org.jspecify.annotations.NullMarked;
