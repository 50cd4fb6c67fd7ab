package dev.otto.activities.git;

/// A ref was not where it was expected to be, and not where it was to go: somebody else moved it.
public final class RefMoved extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefMoved(RefMove wanted, String found) {
    super(
        "%s was expected at %s and stands at %s"
            .formatted(wanted.ref(), wanted.from().orElse("nothing"), found));
  }
}
