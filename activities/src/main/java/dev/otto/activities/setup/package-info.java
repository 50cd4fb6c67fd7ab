/// What a project wants done before anything works in a folder with its files, and the packages
/// that it finds there.
@NullMarked
package dev.otto.activities.setup;

import org.jspecify.annotations.NullMarked;
