/// What the tests of the command line share: a server that says what it is told, runs to show, and
/// typing a line.
@NullMarked
package dev.otto.cli.sample;

import org.jspecify.annotations.NullMarked;
