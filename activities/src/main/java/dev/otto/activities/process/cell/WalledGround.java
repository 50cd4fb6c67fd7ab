package dev.otto.activities.process.cell;

import dev.otto.activities.process.Exit;
import dev.otto.activities.process.Log;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.NamespaceTree;
import dev.otto.activities.process.ProcessIdentity;
import dev.otto.activities.process.ProcessTree;
import dev.otto.activities.process.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Surroundings with walls: bubblewrap is started, and the command in it.
record WalledGround(
    List<String> words,
    Map<String, String> environment,
    Collection<String> secrets,
    Marker marker,
    Report report,
    Runnable afterwards)
    implements Surroundings {
  /// The walls for this plan, around the command of these words.
  static WalledGround of(
      Bubblewrap walls,
      CellPlan plan,
      Landscape landscape,
      CellFolder folder,
      List<String> command,
      Runnable closing)
      throws IOException {
    var users = folder.scrap(walls.users().with(plan.home()));
    var report = folder.report();
    var mounts = landscape.mounts(plan.with(new Mount.ReadOnly(users, Passwd.PLACE)));
    var inside = landscape.environment(plan, Landscape.TEMPORARY);
    var outside = new HashMap<>(plan.secrets());
    outside.put(Marker.VARIABLE, plan.name().value());
    return new WalledGround(
        walls.words(plan, mounts, inside, command, report),
        outside,
        plan.secrets().values(),
        plan.name(),
        new Report(report),
        () -> {
          closing.run();
          folder.discard(users);
          folder.discard(report);
        });
  }

  /// Bubblewrap itself stands nowhere in particular.
  @Override
  public Path folder() {
    return Path.of("/");
  }

  @Override
  public ProcessTree tree(ProcessIdentity root) {
    return new NamespaceTree(root, marker, report::firstProcess);
  }

  /// Bubblewrap that cannot put up its walls says so and leaves with code 1. What the command
  /// itself may say and leave with is no sign: only the report is, which it cannot write.
  @Override
  public Optional<String> fault(Exit exit, Log err) {
    return exit instanceof Exit.Code && !report.commandRan()
        ? Optional.of(said(err.file()))
        : Optional.empty();
  }

  @Override
  public void ended() {
    afterwards.run();
  }

  private static String said(Path err) {
    try {
      return new String(Files.readAllBytes(err), StandardCharsets.UTF_8).strip();
    } catch (IOException trouble) {
      return "the walls could not be put up";
    }
  }
}
