@NullMarked
package dev.otto.standalone.engine;

import org.jspecify.annotations.NullMarked;
