package dev.otto.standalone.home;

import dev.otto.model.Refusal;
import java.nio.file.Path;

/// Why a folder cannot be Otto's home.
public sealed interface HomeRefusal extends Refusal {
  record NotAFolder(Path path) implements HomeRefusal {}

  record NotYours(Path path) implements HomeRefusal {}

  record CannotWrite(Path path) implements HomeRefusal {}

  /// There is no room to work in.
  record NoRoom(Path path, long mebibytes) implements HomeRefusal {}

  record TooLong(Path path, int longest) implements HomeRefusal {}

  @Override
  default String code() {
    return switch (this) {
      case NotAFolder _ -> "home-not-a-folder";
      case NotYours _ -> "home-not-yours";
      case CannotWrite _ -> "home-cannot-write";
      case NoRoom _ -> "home-no-room";
      case TooLong _ -> "home-too-long";
    };
  }

  @Override
  default String sentence() {
    return switch (this) {
      case NotAFolder(var path) -> "%s is not a folder.".formatted(path);
      case NotYours(var path) -> "%s belongs to another user.".formatted(path);
      case CannotWrite(var path) -> "%s cannot be made or written.".formatted(path);
      case NoRoom(var path, var mebibytes) ->
          "Only %d MiB are free where Otto's home lies, %s.".formatted(mebibytes, path);
      case TooLong(var path, var longest) ->
          "The path of Otto's home, %s, has more than the %d bytes that leave room for sockets."
              .formatted(path, longest);
    };
  }

  @Override
  default String nextStep() {
    return switch (this) {
      case NoRoom _ -> "Make room, and start again: runs go on where they were.";
      case NotAFolder _, NotYours _, CannotWrite _, TooLong _ ->
          "Name another folder with OTTO_HOME.";
    };
  }

  @Override
  default Kind kind() {
    return Kind.INVALID;
  }
}
