/// The Temporal below Otto: one that the user names, the dev server with its database in the home,
/// or one inside this JVM. Which one is used is always said.
@NullMarked
package dev.otto.standalone.engine;

import org.jspecify.annotations.NullMarked;
