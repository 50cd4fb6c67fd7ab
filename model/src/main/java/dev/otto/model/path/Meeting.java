package dev.otto.model.path;

import java.util.List;

/// The search for something that two patterns both mean: the product of two automata, each pair of
/// places once.
final class Meeting<E extends Meeting.Element<E>> {
  /// One element of a pattern.
  interface Element<E> {
    /// Whether it stands for any number of things, none included.
    boolean many();

    /// Whether some one thing is meant by both.
    boolean meets(E other);
  }

  private final List<E> left;
  private final List<E> right;
  private final boolean[][] failed;

  private Meeting(List<E> left, List<E> right) {
    this.left = left;
    this.right = right;
    this.failed = new boolean[left.size() + 1][right.size() + 1];
  }

  static <E extends Element<E>> boolean of(List<E> left, List<E> right) {
    return new Meeting<>(left, right).from(0, 0);
  }

  private boolean from(int here, int there) {
    if (failed[here][there]) {
      return false;
    }
    var found = step(here, there);
    failed[here][there] = !found;
    return found;
  }

  private boolean step(int here, int there) {
    var leftEnded = here == left.size();
    var rightEnded = there == right.size();
    if (leftEnded && rightEnded) {
      return true;
    }
    if (!leftEnded && left.get(here).many()) {
      return from(here + 1, there) || (!rightEnded && from(here, there + 1));
    }
    if (!rightEnded && right.get(there).many()) {
      return from(here, there + 1) || (!leftEnded && from(here + 1, there));
    }
    return !leftEnded
        && !rightEnded
        && left.get(here).meets(right.get(there))
        && from(here + 1, there + 1);
  }
}
