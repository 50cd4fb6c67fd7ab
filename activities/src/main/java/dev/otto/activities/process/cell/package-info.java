/// The Cell: the walls in which everything runs that is not ours. A
/// [dev.otto.activities.process.cell.CellPlan] says what a command may see and touch,
/// [dev.otto.activities.process.cell.Cells] puts up the walls that this host allows, and
/// [dev.otto.activities.process.cell.Walls] says which ones stand.
@NullMarked
package dev.otto.activities.process.cell;

import org.jspecify.annotations.NullMarked;
