/// Otto on one machine: database, engine, api and worker in one JVM.
@NullMarked
package dev.otto.standalone;

import org.jspecify.annotations.NullMarked;
