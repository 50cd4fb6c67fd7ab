/// The table of accounts.
@NullMarked
package dev.otto.store.account;

import org.jspecify.annotations.NullMarked;
