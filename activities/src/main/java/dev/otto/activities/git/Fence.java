package dev.otto.activities.git;

/// Asked right before refs are moved; it throws where this holder of the lease has to stop.
@FunctionalInterface
public interface Fence {
  Fence OPEN = () -> {};

  void check();
}
