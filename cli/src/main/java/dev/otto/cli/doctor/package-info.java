/// The doctor: how this machine and its server stand, and what to do about what is not well.
@NullMarked
package dev.otto.cli.doctor;

import org.jspecify.annotations.NullMarked;
