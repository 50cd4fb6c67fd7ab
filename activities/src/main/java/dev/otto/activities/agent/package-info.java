/// Agents as Otto sees them: what they are asked, the events they report, and how a call ended.
/// Adapters are pure; the process itself is started elsewhere.
@NullMarked
package dev.otto.activities.agent;

import org.jspecify.annotations.NullMarked;
