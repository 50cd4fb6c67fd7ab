package dev.otto.activities.setup;

import dev.otto.activities.gateway.PackageWay;
import dev.otto.activities.git.KeptOut;
import dev.otto.activities.host.Host;
import dev.otto.activities.host.Note;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;
import dev.otto.activities.process.LineListener;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Outcome;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.Mount;
import dev.otto.activities.process.cell.Network;
import dev.otto.model.CommitId;
import dev.otto.model.Lease;
import dev.otto.model.run.Run;
import dev.otto.model.settings.file.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
    var clone = host.clone(run);
    return new CommittedSettings(clone, clone.tree(run.base().orElseThrow()))
        .written()
        .get(Keys.COPY)
        .orElse(List.of());
  }

  private Done done(String purpose, Path files, String content) {
    var run = host.runs().of(lease);
    var commands = SetupCommands.of(host, run).all();
    var variables = GivenVariables.of(host, run);
    var done = commands.isEmpty() ? Done.NOTHING : ran(purpose, files, commands, variables);
    note(purpose).write(content);
    return done.with(wanted(run));
  }

  private Done ran(
      String purpose, Path files, List<List<String>> commands, Map<String, String> variables) {
    try (var way = PackageWay.open()) {
      var plan = plan(purpose, files, way).withSecrets(variables);
      for (var at = 0; at < commands.size(); at++) {
        ran(purpose, plan, commands.get(at), at + 1);
      }
      return new Done(
          commands.stream().map(words -> String.join(" ", words)).toList(),
          way.reached(),
          way.refused(),
          List.of());
    }
  }

  private void ran(String purpose, CellPlan plan, List<String> words, int number) {
    var logs =
        host.places().logs(lease.run()).resolve("setup").resolve(purpose).resolve("" + number);
    var outcome =
        host.cells()
            .start(
                plan,
                new Command(words, Patience.of(LONGEST), Logs.in(logs)),
                LineListener.NOBODY,
                host.fence(lease))
            .outcome();
    host.check(lease);
    if (!outcome.well()) {
      throw new SetupRefusal.Failed(String.join(" ", words), how(outcome), logs).refused();
    }
  }

  private CellPlan plan(String purpose, Path files, PackageWay way) {
    var plan =
        host.cell(lease.run(), "setup." + purpose, files)
            .with(Mount.writable(files))
            // With a network npm and cargo fill caches of their own.
            .withEnvironment(
                Map.of(
                    "CI",
                    "true",
                    "npm_config_cache",
                    own(purpose, ".npm"),
                    "CARGO_HOME",
                    own(purpose, ".cargo")));
    var git = files.resolve(".git");
    var pointed =
        Files.isRegularFile(git, LinkOption.NOFOLLOW_LINKS) ? plan.with(Mount.readOnly(git)) : plan;
    return host.cells().walls().network()
        ? pointed.withEnvironment(proxied(way)).withOutlet(way.address())
        : pointed.withNetwork(Network.HOST);
  }

  private String own(String purpose, String cache) {
    return host.places().cellHome(lease.run(), "setup." + purpose).resolve(cache).toString();
  }

  /// How programs are told of the proxy; a JVM has words of its own.
  private Map<String, String> proxied(PackageWay way) {
    var port = host.cells().seenFromInside(way.address()).getPort();
    var proxy = "http://127.0.0.1:" + port;
    return Map.of(
        "HTTPS_PROXY",
        proxy,
        "https_proxy",
        proxy,
        "JAVA_TOOL_OPTIONS",
        "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=" + port);
  }

  private static String how(Outcome outcome) {
    return switch (outcome.ending()) {
      case Ending.Exited(Exit.Code(var code)) -> "exit code " + code;
      case Ending.Exited(Exit.Signal(var number)) -> "ended by signal " + number;
      case Ending.Exited(Exit.Stuck()) -> "it could not be ended";
      case Ending.TimedOut(var limit, _) -> "not done after %d s".formatted(limit.toSeconds());
      case Ending.FellSilent _, Ending.Ended _ -> "it was ended";
      case Ending.NeverRan(var why) -> why;
    };
  }

  /// The folder itself, not its name: one that was made anew has to be set up anew.
  private static String identity(Path files) {
    try {
      var attributes = Files.readAttributes(files, BasicFileAttributes.class);
      return "%s %s\n".formatted(attributes.fileKey(), attributes.creationTime());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private Note note(String purpose) {
    return new Note(host.places().setUp(lease.run(), purpose));
  }
}
