/// The process that carries runs on: wiring, registration, recovery, health.
@NullMarked
package dev.otto.worker;

import org.jspecify.annotations.NullMarked;
