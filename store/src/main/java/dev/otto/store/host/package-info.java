/// The table of hosts: what each can do, written by its worker.
@NullMarked
package dev.otto.store.host;

import org.jspecify.annotations.NullMarked;
