/// The folder in which Otto lives on one machine, and the small files in it: made once, written
/// whole, private.
@NullMarked
package dev.otto.standalone.home;

import org.jspecify.annotations.NullMarked;
