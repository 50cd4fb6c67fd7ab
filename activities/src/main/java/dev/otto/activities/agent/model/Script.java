package dev.otto.activities.agent.model;

/// What a model that does not think answers.
@FunctionalInterface
public interface Script {
  /// The answer to a request that wants it to think.
  Turn turn(Request request);
}
