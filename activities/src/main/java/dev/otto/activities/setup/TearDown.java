package dev.otto.activities.setup;

import dev.otto.activities.gateway.PackageWay;
import dev.otto.activities.gateway.Packages;
import dev.otto.activities.host.Host;
import dev.otto.model.Lease;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.settings.file.Keys;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Tears down folders that were set up, each once, before they are taken away: in a Cell like that
/// of their setup. What fails is told and stops nothing.
public record TearDown(Host host, Lease lease) {
  private static final Duration OF_A_COMMAND = Duration.ofMinutes(2);
  private static final Duration OF_ALL = Duration.ofMinutes(10);

  /// The folder at this place, if one was set up there and still stands.
  public void of(Path place) {
    of(owed -> owed.folder().equals(place));
  }

  /// All folders of the run that stand.
  public void ofAll() {
    of(_ -> true);
  }

  /// Whether the one at this place was begun: commands of the project have been at work there.
  public boolean begun(Path place) {
    return owed().stream()
        .anyMatch(owed -> owed.folder().equals(place) && owed.stands() && owed.begun());
  }

  /// What failed in this run, for the record.
  public List<String> failures() {
    return owed().stream().flatMap(owed -> owed.failures().stream()).toList();
  }

  private void of(Predicate<Owed> wanted) {
    var due = owed().stream().filter(wanted).filter(Owed::stands).toList();
    if (!due.isEmpty()) {
      var commands = commands();
      var end = Instant.now().plus(OF_ALL);
      due.forEach(owed -> tornDown(owed, commands, end));
    }
  }

  private List<Owed> owed() {
    return Owed.all(host.places(), lease.run());
  }

  private List<List<String>> commands() {
    return CommittedSettings.of(host, host.runs().of(lease)).get(Keys.TEARDOWN).orElse(List.of());
  }

  private void tornDown(Owed owed, List<List<String>> commands, Instant end) {
    if (owed.done() < commands.size()) {
      owed.begins();
      host.end(lease.run(), owed.purpose(), "checks." + owed.purpose(), "setup." + owed.purpose());
    }
    while (owed.done() < commands.size()) {
      next(owed, commands.get(owed.done()), end);
    }
  }

  private void next(Owed owed, List<String> words, Instant end) {
    try {
      ran(owed, words, end);
    } catch (Refused refused) {
      owed.failed(sentence(owed, words, refused.refusal().sentence()));
    }
  }

  private void ran(Owed owed, List<String> words, Instant end) {
    var left = Duration.between(Instant.now(), end);
    if (!left.isPositive()) {
      owed.failed(sentence(owed, words, "there was no time left"));
      return;
    }
    var limit = left.compareTo(OF_A_COMMAND) < 0 ? left : OF_A_COMMAND;
    var folder = new FolderCommands(host, lease, "teardown", owed.purpose(), owed.folder());
    var book = new PackageBook(host.places(), lease.run(), "teardown." + owed.purpose());
    try (var way = PackageWay.open(Packages.ofAnyone(book::add))) {
      var outcome = folder.run(words, owed.done() + 1, limit, way, variables());
      goesOnUnlessInterrupted();
      if (outcome.well()) {
        owed.went();
      } else {
        owed.failed(sentence(owed, words, FolderCommands.how(outcome)));
      }
    }
  }

  private Map<String, String> variables() {
    return GivenVariables.of(host, host.runs().of(lease));
  }

  /// Whoever is interrupted has found nothing out: it is done again.
  private static void goesOnUnlessInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new UncheckedIOException(new InterruptedIOException("a teardown was interrupted"));
    }
  }

  private static String sentence(Owed owed, List<String> words, String how) {
    return "the teardown `%s` in the folder of %s failed: %s"
        .formatted(oneLine(String.join(" ", words)), owed.purpose(), oneLine(how));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
