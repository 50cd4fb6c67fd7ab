/// Stories about real Cells, most of them told twice: with walls and without.
@NullMarked
package dev.otto.activities.process.cell;

import org.jspecify.annotations.NullMarked;
