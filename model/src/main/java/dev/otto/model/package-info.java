/// The language of Otto: ids, digests and the few words that every capability needs. No I/O lives
/// here.
@NullMarked
package dev.otto.model;

import org.jspecify.annotations.NullMarked;
