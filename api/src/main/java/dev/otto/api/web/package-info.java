/// Mission Control's own files, as they lie in the jar.
@NullMarked
package dev.otto.api.web;

import org.jspecify.annotations.NullMarked;
