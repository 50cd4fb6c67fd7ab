package dev.otto.model.settings.file;

import dev.otto.model.json.Yaml;
import dev.otto.model.settings.file.FileRefusal.Place;
import dev.otto.model.settings.file.Written.Said;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads one file of settings, strictly: what has no meaning is refused with its place.
final class FileReader {
  private static final String EARLIER_AUDIT = "agents.certifier";
  private static final String AUDIT = "agents.audit";

  private final FileKind kind;
  private final String called;
  private final List<Said> said = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  FileReader(FileKind kind, String called) {
    this.kind = kind;
    this.called = called;
  }

  Written read(byte[] bytes) {
    if (bytes.length > Written.LONGEST) {
      throw unreadable("it is longer than %d kB".formatted(Written.LONGEST >> 10));
    }
    switch (whole(new String(bytes, StandardCharsets.UTF_8))) {
      case Yaml.Nothing _ -> {}
      case Yaml.Entries entries -> group("", entries);
      case Yaml.Text _, Yaml.Items _ -> throw unreadable("it has no keys");
    }
    return new Written(kind, said, notices);
  }

  private Yaml whole(String text) {
    try {
      return Yaml.read(text);
    } catch (Yaml.Unreadable unreadable) {
      throw unreadable(unreadable.why());
    }
  }

  private void group(String name, Yaml.Entries entries) {
    entries.all().forEach((word, value) -> entry(name.isEmpty() ? word : name + "." + word, value));
  }

  private void entry(String typed, Yaml value) {
    var name = canonical(typed);
    var key = Keys.named(name, kind);
    var gone = OtherKeys.gone(name);
    var toCome = OtherKeys.toCome(name);
    if (gone.isPresent()) {
      notices.add("`%s` in %s has no meaning any more: %s.".formatted(typed, called, gone.get()));
    } else if (key.isPresent()) {
      say(key.get(), name, typed, value);
    } else if (toCome.isPresent()) {
      refuseUnlessNothing(new FileRefusal.NotYet(place(typed, value), toCome.get()), value);
    } else if (Keys.group(name) || OtherKeys.group(name)) {
      descend(typed, value);
    } else {
      throw new FileRefusal.UnknownKey(place(typed, value), Keys.nearest(typed)).refused();
    }
  }

  private void descend(String typed, Yaml value) {
    switch (value) {
      case Yaml.Nothing _ -> {}
      case Yaml.Entries entries -> group(typed, entries);
      case Yaml.Text _, Yaml.Items _ ->
          throw new FileRefusal.WrongValue(place(typed, value), "keys with values").refused();
    }
  }

  private void say(Key<?> key, String name, String typed, Yaml value) {
    if (value instanceof Yaml.Nothing) {
      return;
    }
    var place = place(typed, value);
    if (!key.files().contains(kind)) {
      throw elsewhere(place).refused();
    }
    if (key.type().read(value).isEmpty()) {
      throw wrong(key, place).refused();
    }
    if (said.stream().anyMatch(it -> it.name().equals(name))) {
      throw new FileRefusal.SaidTwice(place).refused();
    }
    said.add(new Said(key, name, value));
  }

  private FileRefusal elsewhere(Place place) {
    return switch (kind) {
      case PROJECT -> new FileRefusal.NotForProjects(place);
      case USER -> new FileRefusal.NotForUsers(place);
    };
  }

  private static FileRefusal wrong(Key<?> key, Place place) {
    return key.type().secret()
        ? new FileRefusal.PlainSecret(place)
        : new FileRefusal.WrongValue(place, key.type().words());
  }

  private static void refuseUnlessNothing(FileRefusal refusal, Yaml value) {
    if (!(value instanceof Yaml.Nothing)) {
      throw refusal.refused();
    }
  }

  /// The earlier system's word for the audit.
  private static String canonical(String typed) {
    return typed.equals(EARLIER_AUDIT) || typed.startsWith(EARLIER_AUDIT + ".")
        ? AUDIT + typed.substring(EARLIER_AUDIT.length())
        : typed;
  }

  private Place place(String key, Yaml value) {
    return new Place(called, key, value.line());
  }

  private RuntimeException unreadable(String why) {
    return new FileRefusal.Unreadable(called, why).refused();
  }
}
