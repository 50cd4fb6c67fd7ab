package dev.otto.worker;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a machine does to a hand that is nobody's bug: a full disk, a folder that cannot be
/// written, too few files or processes. Each has its sentence and its next step.
final class HostTrouble {
  private HostTrouble() {}

  /// One kind of trouble: how the system says it, and what a person reads.
  private record Kind(String sign, String sentence, String step) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("No space left on device", "there is no room left%s", "make room"),
          new Kind("Disk quota exceeded", "there is no room left%s", "make room"),
          new Kind("Read-only file system", "nothing can be written%s", "make it writable"),
          new Kind("Permission denied", "nothing may be written%s", "make it writable"),
          new Kind(
              "Too many open files",
              "the machine allows no more open files%s",
              "raise `ulimit -n` and restart Otto"),
          new Kind(
              "Resource temporarily unavailable",
              "the machine allows no more processes%s",
              "raise `ulimit -u` and restart Otto"));

  /// What it was, with what to do before the run is resumed; nothing if it is something else.
  static Optional<String> in(Throwable trouble) {
    return causes(trouble).reversed().stream()
        .flatMap(cause -> kind(cause).map(kind -> words(kind, cause)).stream())
        .findFirst();
  }

  private static Optional<Kind> kind(Throwable cause) {
    var said =
        cause instanceof AccessDeniedException
            ? "Permission denied"
            : String.valueOf(cause.getMessage());
    return KINDS.stream().filter(kind -> said.contains(kind.sign())).findFirst();
  }

  private static String words(Kind kind, Throwable cause) {
    var place =
        cause instanceof FileSystemException file && file.getFile() != null
            ? " at " + file.getFile()
            : "";
    return kind.sentence().formatted(place) + "; " + kind.step() + ", then resume the run";
  }

  /// The trouble and what it comes from; the last of them knows the place.
  private static List<Throwable> causes(Throwable trouble) {
    return Stream.iterate(trouble, cause -> cause != null, Throwable::getCause).limit(20).toList();
  }
}
