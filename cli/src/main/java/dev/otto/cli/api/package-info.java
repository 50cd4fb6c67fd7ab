/// The api as commands see it: typed questions and requests to the server of the user's home.
@NullMarked
package dev.otto.cli.api;

import org.jspecify.annotations.NullMarked;
