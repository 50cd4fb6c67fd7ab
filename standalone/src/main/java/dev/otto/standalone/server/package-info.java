/// One server per home: who owns it, where it answers, and how another takes over.
@NullMarked
package dev.otto.standalone.server;

import org.jspecify.annotations.NullMarked;
