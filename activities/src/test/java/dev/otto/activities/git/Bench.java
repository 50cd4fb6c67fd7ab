package dev.otto.activities.git;

import dev.otto.activities.process.ProcessStarter;
import dev.otto.activities.process.Program;
import dev.otto.activities.process.Programs;
import dev.otto.model.CommitId;
import dev.otto.model.Contents;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.Lease;
import dev.otto.model.RunId;
import dev.otto.model.path.Glob;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Otto's git in a home of its own, with one run and one group.
final class Bench {
  static final RunId RUN = new RunId("2026-11-21-090312-a1b2c3");
  static final Lease LEASE = new Lease(RUN, 1);
  static final GroupId API = new GroupId("api");
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Programs PROGRAMS = new Programs(new ProcessStarter());

  final Path home;
  final ProjectHome project;
  final Contents contents = new KeptContents();
  private final Fence fence;
  private final Function<Program, Program.Ended> programs;
  private Git git;
  private Clones clones;

  Bench(Path home) {
    this(home, Fence.OPEN);
  }

  Bench(Path home, Fence fence) {
    this(home, fence, PROGRAMS::run);
  }

  Bench(Path home, Fence fence, Function<Program, Program.Ended> programs) {
    this.programs = programs;
    this.home = Folders.made(home);
    this.project = ProjectHome.in(home.resolve("projects/shop-1f3a9c2b"));
    this.fence = fence;
    this.git = Git.installed(programs, Path.of("/usr/bin/git"), home);
    this.clones = new Clones(git, fence);
  }

  static Program.Ended run(Program program) {
    return PROGRAMS.run(program);
  }

  /// Otto starts again in the same home.
  void restart() {
    git = Git.installed(programs, Path.of("/usr/bin/git"), home);
    clones = new Clones(git, fence);
  }

  Git git() {
    return git;
  }

  Checkout look(User user) {
    return new Preflight(git).look(user.folder());
  }

  UserRepository find(User user) {
    return new Preflight(git).find(user.folder());
  }

  /// The clone of the user's project, with the run's epoch raised.
  Clone clone(User user) {
    var clone = clones.of(project, find(user));
    clone.refs().raise(LEASE);
    return clone;
  }

  Clone clone(ProjectHome other, User user) {
    return clones.of(other, find(user));
  }

  static Owned owning(String... globs) {
    return Owned.by(Stream.of(globs).map(Glob::new).toList());
  }

  static WorkOrder order(CommitId base, Owned owned) {
    return order(API, base, owned);
  }

  static WorkOrder order(GroupId group, CommitId base, Owned owned) {
    return new WorkOrder(LEASE, group, 1, base, owned, "Work of " + group, NOON);
  }

  static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static final class KeptContents implements Contents {
    private final Map<Digest, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public Digest keep(byte[] content) {
      kept.put(Digest.of(content), content.clone());
      return Digest.of(content);
    }

    @Override
    public Optional<byte[]> find(Digest digest) {
      return Optional.ofNullable(kept.get(digest));
    }
  }
}
