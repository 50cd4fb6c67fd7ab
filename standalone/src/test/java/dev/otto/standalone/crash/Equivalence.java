package dev.otto.standalone.crash;

import dev.otto.model.call.CallEvent;
import dev.otto.model.call.Usage;
import dev.otto.model.group.GroupEvent;
import dev.otto.model.packet.PacketVerification;
import dev.otto.model.run.RunEvent;
import dev.otto.store.call.CallRows;
import dev.otto.store.run.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Whether a run that was disturbed is the undisturbed one, and where not.
///
/// @param found what each kill left on record
public record Equivalence(
    Undisturbed undisturbed, Story story, Repository repository, List<Found> found) {
  /// The session as it goes when nobody is killed.
  public record Undisturbed(Story story, String tree) {}

  public List<String> differences() {
    var differences = new ArrayList<String>();
    sameEnd(differences);
    wholeLog(differences);
    noCallTwice(differences);
    usage(differences);
    merges(differences);
    proof(differences);
    return List.copyOf(differences);
  }

  private void sameEnd(List<String> differences) {
    var ended = story.run().ended().orElseThrow();
    if (ended.verdict() != undisturbed.story().run().ended().orElseThrow().verdict()) {
      differences.add("verdict " + ended.verdict() + ": " + ended.why());
    }
    if (!repository.tree().equals(undisturbed.tree())) {
      differences.add("another tree");
    }
    if (!repository.changes().isEmpty()) {
      differences.add("the user's checkout changed: " + repository.changes());
    }
  }

  private void wholeLog(List<String> differences) {
    var log = story.log();
    if (!IntStream.range(0, log.size()).allMatch(i -> log.get(i).seq() == i + 1)) {
      differences.add("the seq of the log has holes");
    }
    if (new HashSet<>(log.stream().map(Events.Row::id).toList()).size() != log.size()) {
      differences.add("ids of the log are not unique");
    }
    var expected = undisturbed.story().happenings();
    var happened = story.happenings();
    expected.forEach((what, times) -> {
      if (happened.getOrDefault(what, 0L) < times) {
        differences.add("missing: " + what);
      }
    });
    happened.forEach((what, times) -> {
      if (expected.getOrDefault(what, 0L) < times) {
        differences.add("too often: " + what);
      }
    });
  }

  private void noCallTwice(List<String> differences) {
    for (var kill : found) {
      for (var answered : kill.answered()) {
        if (tries(story.calls(), answered.id()) > tries(kill.calls(), answered.id())) {
          differences.add("made again though it was answered: " + answered.id());
        }
      }
    }
    var answers =
        story.log().stream()
            .map(Events.Row::body)
            .filter(event -> event instanceof RunEvent.OfCall(CallEvent.Answered _))
            .map(event -> ((RunEvent.OfCall) event).event().order().id())
            .toList();
    if (new HashSet<>(answers).size() != answers.size()) {
      differences.add("a call was answered twice");
    }
  }

  private static long tries(List<CallRows.Row> rows, String call) {
    return rows.stream().filter(row -> row.id().equals(call)).count();
  }

  /// The undisturbed sum, and at most what the calls in flight at a kill had used.
  private void usage(List<String> differences) {
    var used = story.run().calls().usage();
    var usual = undisturbed.story().run().calls().usage();
    var inFlight =
        found.stream()
            .flatMap(kill -> kill.open().stream())
            .map(order -> order.words().replaceFirst(", try \\d+$", ""))
            .map(words -> Optional.ofNullable(undisturbed.story().usage().get(words)))
            .flatMap(Optional::stream)
            .reduce(Usage.NONE, Usage::plus);
    if (used.inputTokens() < usual.inputTokens()
        || used.inputTokens() > usual.inputTokens() + inFlight.inputTokens()) {
      differences.add(
          "usage %d instead of %d to %d"
              .formatted(
                  used.inputTokens(),
                  usual.inputTokens(),
                  usual.inputTokens() + inFlight.inputTokens()));
    }
  }

  private void merges(List<String> differences) {
    var told = story.merges().stream().map(merged -> merged.commit().hex()).toList();
    if (!repository.merges().equals(told)) {
      differences.add("merges in git %s, on record %s".formatted(repository.merges(), told));
    }
    for (var kill : found) {
      var before = Story.merges(kill.log()).stream().map(GroupEvent.Merged::commit).toList();
      if (!story.merges().stream().map(GroupEvent.Merged::commit).toList().containsAll(before)) {
        differences.add("a merged commit has another SHA");
      }
    }
    if (found.stream().flatMap(kill -> kill.anchor().stream()).anyMatch(this::isNotTheAnchor)) {
      differences.add("a repeated rendering made another packet");
    }
    if (!repository.head().equals(repository.commit()) || !repository.sameAnchor()) {
      differences.add("refs of clone and repository differ");
    }
  }

  private boolean isNotTheAnchor(String before) {
    return !repository.anchor().equals(Optional.of(before));
  }

  private void proof(List<String> differences) {
    var packet = story.run().proof().map(proof -> proof.packet());
    PacketVerification.of(
            name -> {
              try {
                var file = repository.session().resolve(name);
                return Files.exists(file)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.<byte[]>empty();
              } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
              }
            },
            packet)
        .broken()
        .ifPresent(broken -> differences.add("proof: " + broken));
  }
}
