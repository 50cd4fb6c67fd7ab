/// How values travel through the engine: one big argument compressed, everything else small or
/// refused.
@NullMarked
package dev.otto.workflows.payload;

import org.jspecify.annotations.NullMarked;
