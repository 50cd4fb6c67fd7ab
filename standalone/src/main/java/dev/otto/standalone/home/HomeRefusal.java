package dev.otto.standalone.home;

import dev.otto.model.Refusal;
import java.nio.file.Path;

/// Why a folder cannot be Otto's home.
public sealed interface HomeRefusal extends Refusal {
  record NotAFolder(Path path) implements HomeRefusal {}

  record NotYours(Path path) implements HomeRefusal {}

  record CannotWrite(Path path) implements HomeRefusal {}

  record TooLong(Path path, int longest) implements HomeRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case NotAFolder _ -> "home-not-a-folder";
      case NotYours _ -> "home-not-yours";
      case CannotWrite _ -> "home-cannot-write";
      case TooLong _ -> "home-too-long";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case NotAFolder(var path) -> "%s is not a folder.".formatted(path);
      case NotYours(var path) -> "%s belongs to another user.".formatted(path);
      case CannotWrite(var path) -> "%s cannot be made or written.".formatted(path);
      case TooLong(var path, var longest) ->
          "The path of Otto's home, %s, has more than the %d bytes that leave room for sockets."
              .formatted(path, longest);
    };
  }

  @Override
  default String nextStep() {
    return "Name another folder with OTTO_HOME.";
  }

  @Override
  default Kind kind() {
    return Kind.INVALID;
  }
}
