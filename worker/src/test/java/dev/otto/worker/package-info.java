/// What carries runs on, with a real database and an engine inside the JVM.
@NullMarked
package dev.otto.worker;

import org.jspecify.annotations.NullMarked;
