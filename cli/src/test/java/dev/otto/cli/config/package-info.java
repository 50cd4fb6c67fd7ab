/// What the command line tells of the settings.
@NullMarked
package dev.otto.cli.config;

import org.jspecify.annotations.NullMarked;
