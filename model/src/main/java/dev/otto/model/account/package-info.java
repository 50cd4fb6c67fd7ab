/// Accounts: what a provider knows the user by, and its limits, which hold for all runs of all
/// projects.
@NullMarked
package dev.otto.model.account;

import org.jspecify.annotations.NullMarked;
