package dev.otto.cli.render;

import dev.otto.model.GroupId;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunNews;
import dev.otto.model.spec.SpecEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a watcher has heard of a run: the last thing that happened, and the last of each group.
///
/// @param gated whether it came to a review gate
public record Story(Optional<Said> last, Map<GroupId, Said> groups, boolean gated) {
  public static final Story NONE = new Story(Optional.empty(), Map.of(), false);

  public Story {
    groups = Map.copyOf(groups);
  }

  /// A sentence and when it became true.
  record Said(String words, Instant at) {}

  /// The story with one more event.
  public Story after(RunNews news, EventWords words) {
    var said = words.of(news.data()).map(sentence -> new Said(sentence, news.ts()));
    var known = new HashMap<>(groups);
    EventWords.ofGroup(news.data())
        .ifPresent(one -> known.put(one.group(), new Said(one.words(), news.ts())));
    return new Story(said.or(() -> last), known, gated || opensGate(news.data()));
  }

  private static boolean opensGate(RunEvent event) {
    return event instanceof RunEvent.OfSpec(SpecEvent.GateOpened _);
  }
}
