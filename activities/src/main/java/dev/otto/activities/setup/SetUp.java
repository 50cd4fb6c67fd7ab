package dev.otto.activities.setup;

import dev.otto.activities.gateway.PackageWay;
import dev.otto.activities.gateway.Packages;
import dev.otto.activities.git.KeptOut;
import dev.otto.activities.host.Host;
import dev.otto.activities.host.Note;
import dev.otto.model.CommitId;
import dev.otto.model.Lease;
import dev.otto.model.run.Run;
import dev.otto.model.settings.file.Keys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Sets up folders with a project's files, each once, before anything else runs in them: in a Cell,
/// with a way to packages and to nothing else.
public record SetUp(Host host, Lease lease) {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /// What was done.
  public record Done(
      List<String> commands, List<String> reached, List<String> refused, List<String> copied) {
    static final Done NOTHING = new Done(List.of(), List.of(), List.of(), List.of());

    Done with(List<String> paths) {
      return new Done(commands, reached, refused, paths);
    }

    /// For the record.
    public List<String> notes() {
      var notes = new ArrayList<String>();
      if (!commands.isEmpty()) {
        notes.add("set up with " + String.join("; ", commands));
      }
      if (!reached.isEmpty()) {
        notes.add("packages from " + String.join(", ", reached));
      }
      if (!refused.isEmpty()) {
        notes.add("not reached: " + String.join(", ", refused));
      }
      if (!copied.isEmpty()) {
        notes.add(
            "copied from your checkout, for agents to read too: " + String.join(", ", copied));
      }
      return List.copyOf(notes);
    }
  }

  /// Sets up this folder, if nobody has since it was made.
  ///
  /// @param purpose what the folder is for, such as `api` or `audit.1`
  /// @throws dev.otto.model.Refusal.Refused with a [SetupRefusal]
  public Done in(String purpose, Path files) {
    bring(files);
    var folder = identity(files);
    return note(purpose).text().startsWith(folder) ? Done.NOTHING : done(purpose, files, folder);
  }

  /// The same for a folder that is laid out anew with other commits: each wants its own setup.
  public Done in(String purpose, Path files, CommitId laidOutWith) {
    bring(files);
    var content = identity(files) + laidOutWith.hex();
    return note(purpose).text().equals(content) ? Done.NOTHING : done(purpose, files, content);
  }

  /// What the project wants of the user's folder, each time: clearing a folder takes it away.
  private void bring(Path files) {
    var run = host.runs().of(lease);
    var paths = wanted(run);
    if (!paths.isEmpty()) {
      new KeptOut(host.places().project(run.project()), run.id()).are(paths);
      new CopiedFiles(host.runs().repository(run), paths).into(files);
    }
  }

  private List<String> wanted(Run run) {
    return CommittedSettings.of(host, run).get(Keys.COPY).orElse(List.of());
  }

  private Done done(String purpose, Path files, String content) {
    var run = host.runs().of(lease);
    var commands = SetupCommands.of(host, run).all();
    var variables = GivenVariables.of(host, run);
    new Owed(host.places(), lease.run(), purpose).to(files);
    var done = commands.isEmpty() ? Done.NOTHING : ran(purpose, files, commands, variables);
    note(purpose).write(content);
    return done.with(wanted(run));
  }

  private Done ran(
      String purpose, Path files, List<List<String>> commands, Map<String, String> variables) {
    var folder = new FolderCommands(host, lease, "setup", purpose, files);
    var book = new PackageBook(host.places(), lease.run(), "setup." + purpose);
    var packages = Packages.ofAnyone(book::add);
    try (var way = PackageWay.open(packages)) {
      for (var at = 1; at <= commands.size(); at++) {
        var words = commands.get(at - 1);
        var outcome = folder.run(words, at, LONGEST, way, variables);
        if (!outcome.well()) {
          throw new SetupRefusal.Failed(
                  String.join(" ", words), FolderCommands.how(outcome), folder.logs(at))
              .refused();
        }
      }
      return new Done(
          commands.stream().map(words -> String.join(" ", words)).toList(),
          packages.reached(),
          packages.refused(),
          List.of());
    }
  }

  private static String identity(Path files) {
    return FolderIdentity.of(files).line();
  }

  private Note note(String purpose) {
    return new Note(host.places().setUp(lease.run(), purpose));
  }
}
