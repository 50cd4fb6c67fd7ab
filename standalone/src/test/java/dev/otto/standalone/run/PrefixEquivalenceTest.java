package dev.otto.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import dev.otto.model.audit.Verdict;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunState;
import dev.otto.standalone.crash.Equivalence;
import dev.otto.standalone.crash.Equivalence.Undisturbed;
import dev.otto.standalone.crash.Found;
import dev.otto.standalone.crash.Scene;
import dev.otto.standalone.crash.Story;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wherever a log ends, a start from there in a fresh engine comes to the same end (W-01, W-13).
///
/// `-Dotto.prefixes=all` cuts after every event; else some are drawn.
@Tag("slow")
class PrefixEquivalenceTest {
  private static final long SEED = 20_260;
  private static final int AT_ONCE = 8;
  private static final GroupId WAITING = new GroupId("waiting");

  @TempDir static Path folder;
  private static House house;
  private static Cut cut;
  private static Repository repository;

  @BeforeAll
  static void open() {
    repository = Repository.of(folder.resolve("thing"), Wish.resources().resolve("crash/base"));
    house = new House(folder.resolve("home"));
    cut = Cut.in(house.jdbi());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void a_start_from_anywhere_in_a_log_ends_as_if_nothing_had_been() {
    var told = new Told(Wish.playing("crash"), Verdict.PASSED, 8, _ -> Optional.empty());

    assertThat(differences(told)).isEmpty();
  }

  /// Beside a lost call, a person pauses at once, resumes, and aborts a group.
  @Test
  void so_does_one_from_a_log_with_losses_a_pause_and_an_abort() {
    var parts = Parts.of("lost", "waiting").with("after", "waiting").with("quick", "lost");
    var wish = Wish.playing("parts").building(parts);

    var told = new Told(wish, Verdict.PARTIAL, 4, PrefixEquivalenceTest::disturbance);

    assertThat(differences(told)).isEmpty();
  }

  /// A run that is asked for again and again, and who disturbs it.
  private record Told(
      Wish wish, Verdict verdict, int some, Function<RunId, Optional<RunCommand>> person) {}

  /// What is not as in the undisturbed run, by the event after which the log was cut.
  private static Map<Long, List<String>> differences(Told told) {
    var first = house.ask(repository, told.wish());
    carriedOn(told, List.of(first));
    assertThat(house.run(first).ended().orElseThrow().verdict()).isEqualTo(told.verdict());
    var undisturbed = new Undisturbed(story(first), inGit(first).tree());
    var prefixes = prefixes(house.log(first).size(), told.some());
    var differences = new LinkedHashMap<Long, List<String>>();
    for (var from = 0; from < prefixes.size(); from += AT_ONCE) {
      var few = prefixes.subList(from, Math.min(prefixes.size(), from + AT_ONCE));
      differences.putAll(differences(told, undisturbed, few));
    }
    differences.values().removeIf(List::isEmpty);
    return differences;
  }

  private static Map<Long, List<String>> differences(
      Told told, Undisturbed undisturbed, List<Long> prefixes) {
    house.goesDown();
    var runs = asked(told, prefixes);
    house.comesUp();
    cutOff(told, runs.keySet());
    house.goesDown();
    cut.lift();
    var found = new LinkedHashMap<RunId, Found>();
    runs.keySet().forEach(run -> found.put(run, found(run)));
    house.comesUp();
    carriedOn(told, runs.keySet());
    var differences = new LinkedHashMap<Long, List<String>>();
    runs.forEach((run, prefix) ->
        differences.put(
            prefix,
            new Equivalence(undisturbed, story(run), inGit(run), List.of(found.get(run)))
                .differences()));
    return differences;
  }

  /// Runs whose logs will be taken so far and no further.
  private static Map<RunId, Long> asked(Told told, List<Long> prefixes) {
    var runs = new LinkedHashMap<RunId, Long>();
    for (var prefix : prefixes) {
      var run = house.ask(repository, told.wish());
      cut.after(run, prefix);
      runs.put(run, prefix);
    }
    return runs;
  }

  private static void cutOff(Told told, Collection<RunId> runs) {
    try (var _ = new Person(house, runs, told.person())) {
      runs.forEach(run -> house.until(run, _ -> cut.reached(run)));
    }
  }

  private static void carriedOn(Told told, Collection<RunId> runs) {
    try (var _ = new Person(house, runs, told.person())) {
      runs.forEach(house::ends);
    }
  }

  /// What the person wants next, by what the log of the run has already.
  private static Optional<RunCommand> disturbance(RunId id) {
    var happened = house.happenings(id);
    var run = house.run(id);
    var calling =
        run.calls().open().stream().anyMatch(call -> call.group().equals(Optional.of(WAITING)));
    if (!happened.contains("pause-requested")) {
      return when(calling, Ada.pausesAtOnce());
    }
    if (!happened.contains("resumed")) {
      var paused = run.state() instanceof RunState.Paused;
      return when(paused, Ada.resumes());
    }
    var wanted = calling && !happened.contains("group.abort-requested waiting");
    return when(wanted, Ada.aborts("waiting"));
  }

  private static Optional<RunCommand> when(boolean time, RunCommand command) {
    return time ? Optional.of(command) : Optional.empty();
  }

  private static Story story(RunId run) {
    return new Story(house.run(run), house.log(run), house.calls(run));
  }

  private static Found found(RunId run) {
    return new Found(
        house.log(run),
        house.calls(run),
        house.run(run).calls().open(),
        false,
        inGit(run).anchor());
  }

  private static dev.otto.standalone.crash.Repository inGit(RunId run) {
    var scene = new Scene(folder, house.home(), repository.folder(), Wish.resources());
    return new dev.otto.standalone.crash.Repository(scene, run);
  }

  private static List<Long> prefixes(int events, int some) {
    var all = new ArrayList<>(LongStream.range(1, events).boxed().toList());
    if ("all".equals(System.getProperty("otto.prefixes"))) {
      return all;
    }
    Collections.shuffle(all, new Random(SEED));
    return all.stream().limit(some).sorted().toList();
  }
}
