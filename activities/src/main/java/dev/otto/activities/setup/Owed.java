package dev.otto.activities.setup;

import dev.otto.activities.host.HostPlaces;
import dev.otto.activities.host.Note;
import dev.otto.model.RunId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is owed to a folder once its setup has begun: its teardown. A note in Otto's home tells how
/// far that is, so that a repeat goes on where the one before was killed.
record Owed(HostPlaces places, RunId run, String purpose) {
  private static final int HEAD = 4;
  private static final String NOT_BEGUN = "owed";
  private static final String BEGUN = "begun";

  /// All that was ever owed in this run.
  static List<Owed> all(HostPlaces places, RunId run) {
    return places.tornDown(run).stream().map(purpose -> new Owed(places, run, purpose)).toList();
  }

  /// From now on it is owed to this folder. What failed for one that is gone stays told.
  void to(Path folder) {
    write(FolderIdentity.of(folder).line().strip(), folder.toString(), 0, NOT_BEGUN, failures());
  }

  /// Whether it is owed to a folder that stands.
  boolean stands() {
    return FolderIdentity.find(folder())
        .filter(found -> found.line().strip().equals(line(0)))
        .isPresent();
  }

  Path folder() {
    return Path.of(line(1));
  }

  /// How many commands have ended.
  int done() {
    return Integer.parseInt(line(2));
  }

  /// Whether commands have been at work there.
  boolean begun() {
    return line(3).equals(BEGUN);
  }

  /// They are about to be.
  void begins() {
    write(line(0), line(1), done(), BEGUN, failures());
  }

  /// One more has ended well.
  void went() {
    write(line(0), line(1), done() + 1, BEGUN, failures());
  }

  /// One more has ended, and this is to be told.
  void failed(String sentence) {
    var told = new ArrayList<>(failures());
    told.add(sentence);
    write(line(0), line(1), done() + 1, BEGUN, told.stream().distinct().toList());
  }

  /// What is to be told.
  List<String> failures() {
    return lines().stream().skip(HEAD).toList();
  }

  private String line(int number) {
    return lines().get(number);
  }

  private List<String> lines() {
    return note().text().lines().toList();
  }

  private void write(
      String identity, String folder, int done, String state, List<String> failures) {
    var lines = Stream.concat(Stream.of(identity, folder, "" + done, state), failures.stream());
    note().write(String.join("\n", lines.toList()));
  }

  private Note note() {
    return new Note(places.tearDown(run, purpose));
  }
}
