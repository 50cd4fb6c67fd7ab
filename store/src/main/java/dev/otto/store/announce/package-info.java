/// Announcements: how a process learns at once that something was stored, without asking again and
/// again.
@NullMarked
package dev.otto.store.announce;

import org.jspecify.annotations.NullMarked;
