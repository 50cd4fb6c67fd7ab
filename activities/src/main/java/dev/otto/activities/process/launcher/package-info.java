/// The little program that is first in a Cell which Otto wants to reach. Its class files are given
/// to the Cell as they are: it knows nothing but the JDK, and starts in some ten milliseconds.
@NullMarked
package dev.otto.activities.process.launcher;

import org.jspecify.annotations.NullMarked;
