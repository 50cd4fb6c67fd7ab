/// The providers of a host: which programs that think are there, whether they can be used, and how
/// a call gets one.
@NullMarked
package dev.otto.activities.provider;

import org.jspecify.annotations.NullMarked;
