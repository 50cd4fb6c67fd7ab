@NullMarked
package dev.otto.standalone.home;

import org.jspecify.annotations.NullMarked;
