/// The door: who may ask, from where, and how a browser gets in. Every request passes here,
/// whatever it asks for.
@NullMarked
package dev.otto.api.door;

import org.jspecify.annotations.NullMarked;
