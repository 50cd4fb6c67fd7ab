/// Recipes played through real agents: a model that follows a recipe, so that the agent's own
/// program does with its own tools what the scripted agent does by itself.
@NullMarked
package dev.otto.activities.agent.replay;

import org.jspecify.annotations.NullMarked;
