/// Stories about Otto's git, each told on real repositories.
@NullMarked
package dev.otto.activities.git;

import org.jspecify.annotations.NullMarked;
