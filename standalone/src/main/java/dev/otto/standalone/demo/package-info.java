/// The demo: a small product whose whole making is scripted, so that it shows every part of a run
/// in a minute.
@NullMarked
package dev.otto.standalone.demo;

import org.jspecify.annotations.NullMarked;
