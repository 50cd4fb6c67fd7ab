@NullMarked
package dev.otto.api.web;

import org.jspecify.annotations.NullMarked;
