/// Recipes: what a scripted agent does in which call. Read strictly; a fault is one sentence with
/// its place.
@NullMarked
package dev.otto.activities.agent.scripted.recipe;

import org.jspecify.annotations.NullMarked;
