/// The few programs that the ground of Otto stands on (PostgreSQL and the engine): how they are
/// started, told apart, watched and ended. Only Linux-specific reading of `/proc` lives here.
@NullMarked
package dev.otto.standalone.process;

import org.jspecify.annotations.NullMarked;
