/// The part of a server that carries runs on.
@NullMarked
package dev.otto.standalone.work;

import org.jspecify.annotations.NullMarked;
