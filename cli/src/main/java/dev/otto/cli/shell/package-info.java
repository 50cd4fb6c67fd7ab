/// What surrounds a command: the folder it was typed in, the environment, the streams, the terminal
/// behind them, and how it ends.
@NullMarked
package dev.otto.cli.shell;

import org.jspecify.annotations.NullMarked;
