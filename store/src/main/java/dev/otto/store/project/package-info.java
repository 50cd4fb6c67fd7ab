/// The table of projects.
@NullMarked
package dev.otto.store.project;

import org.jspecify.annotations.NullMarked;
