@NullMarked
package dev.otto.standalone.process;

import org.jspecify.annotations.NullMarked;
