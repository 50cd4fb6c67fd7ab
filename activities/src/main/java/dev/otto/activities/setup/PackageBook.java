package dev.otto.activities.setup;

import dev.otto.activities.gateway.Packages;
import dev.otto.activities.host.HostPlaces;
import dev.otto.activities.host.Note;
import dev.otto.model.RunId;
import dev.otto.model.packet.Packet.Fetched;
import java.util.List;
import java.util.TreeSet;

/// From which hosts something of a run fetched packages, and which it asked for in vain: written
/// down as soon as it happens, so that no kill hides it.
///
/// @param purpose whose they were, such as `api`, or `setup.api` before it
public record PackageBook(HostPlaces places, RunId run, String purpose) {
  private static final String REACHED = "reached ";
  private static final String REFUSED = "refused ";

  /// Those of the whole run.
  public static List<Fetched> all(HostPlaces places, RunId run) {
    return places.fetched(run).stream()
        .map(purpose -> new PackageBook(places, run, purpose).read())
        .toList();
  }

  /// Adds what these know.
  public synchronized void add(Packages packages) {
    var lines = new TreeSet<>(note().text().lines().toList());
    packages.reached().forEach(host -> lines.add(REACHED + host));
    packages.refused().forEach(host -> lines.add(REFUSED + host));
    note().write(String.join("\n", lines));
  }

  private Fetched read() {
    return new Fetched(purpose, those(REACHED), those(REFUSED));
  }

  private List<String> those(String beginning) {
    return note()
        .text()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .toList();
  }

  private Note note() {
    return new Note(places.packages(run, purpose));
  }
}
