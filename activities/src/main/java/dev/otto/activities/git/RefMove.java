package dev.otto.activities.git;

import dev.otto.model.CommitId;
import java.util.Optional;

/// One ref that is to move: from exactly this object to that one, where none means that the ref is
/// not there.
record RefMove(Ref ref, Optional<String> from, Optional<String> to) {
  static RefMove create(Ref ref, String to) {
    return new RefMove(ref, Optional.empty(), Optional.of(to));
  }

  static RefMove remove(Ref ref, String from) {
    return new RefMove(ref, Optional.of(from), Optional.empty());
  }

  static RefMove of(Ref ref, Optional<CommitId> from, CommitId to) {
    return new RefMove(ref, from.map(CommitId::hex), Optional.of(to.hex()));
  }

  String line(ObjectFormat format) {
    var none = format.none();
    return "update %s %s %s\n".formatted(ref, to.orElse(none), from.orElse(none));
  }
}
