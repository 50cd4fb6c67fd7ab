package dev.otto.api.event;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where in the stream a listener wants to go on.
sealed interface Place {
  Pattern ID = Pattern.compile("\\d{1,18}");

  /// With what happens from now on.
  record Now() implements Place {}

  /// After the event of this id.
  record After(long id) implements Place {}

  /// Somewhere that this server does not know.
  record Unknown() implements Place {}

  /// A browser that comes back says where it was; that is newer than the address it came by.
  static Place of(@Nullable String lastEventId, @Nullable String after) {
    var text = lastEventId == null || lastEventId.isBlank() ? after : lastEventId;
    if (text == null) {
      return new Now();
    }
    return ID.matcher(text).matches() ? new After(Long.parseLong(text)) : new Unknown();
  }
}
