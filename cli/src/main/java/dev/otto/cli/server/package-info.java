/// Otto's server as the command line sees it: finding it, starting it, ending it, asking how it is.
@NullMarked
package dev.otto.cli.server;

import org.jspecify.annotations.NullMarked;
