package dev.otto.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Otto's own clones on this host, one per project. Make one per JVM: it is the only one that works
/// in them.
public final class Clones {
  /// From this size of packs on, a clone is made by links first.
  private static final long BIG = 64L << 20;

  /// Takes from a repository's own attributes all that could start a program or change content
  /// behind Otto's back.
  static final String ATTRIBUTES = "* !filter !diff !merge !ident !working-tree-encoding\n";

  private final Git git;
  private final Fence fence;
  private final ConcurrentHashMap<Path, Clone> opened = new ConcurrentHashMap<>();
  private final ReentrantLock opening = new ReentrantLock();

  public Clones(Git git, Fence fence) {
    this.git = git;
    this.fence = fence;
  }

  /// The project's clone, made from the user's if it is not there yet.
  public Clone of(ProjectHome home, UserRepository user) {
    opening.lock();
    try {
      if (!Files.isDirectory(home.repository())) {
        make(home, user);
      }
      return of(home);
    } finally {
      opening.unlock();
    }
  }

  /// The project's clone, which has to be there.
  public Clone of(ProjectHome home) {
    return opened.computeIfAbsent(home.repository(), _ -> open(home));
  }

  private Clone open(ProjectHome home) {
    new Leftovers(home).sweep();
    var format = git.on(home.repository()).run("rev-parse", "--show-object-format").line();
    return new Clone(home, git, ObjectFormat.named(format), fence);
  }

  private void make(ProjectHome home, UserRepository user) {
    try (var scratch = Scratch.in(home.scratch())) {
      var fresh = scratch.file("repository.git");
      if (packs(user) >= BIG && !user.shallow() && !borrows(user)) {
        linked(fresh, user);
      } else {
        empty(fresh, user);
      }
      settings(fresh);
      Folders.moved(fresh, home.repository());
    }
  }

  private void empty(Path fresh, UserRepository user) {
    git.run(
        "init",
        "--quiet",
        "--bare",
        "--template=",
        "--object-format=" + user.format().word(),
        fresh.toString());
  }

  /// Everything by hard links: no time and no space. What came with it and is not ours is removed.
  private void linked(Path fresh, UserRepository user) {
    git.run(
        "clone",
        "--quiet",
        "--bare",
        "--template=",
        "--no-tags",
        user.top().toString(),
        fresh.toString());
    var there = git.on(fresh);
    there.run("config", "--remove-section", "remote.origin");
    var refs = there.run("for-each-ref", "--format=delete %(refname)").text();
    there.command("update-ref", "--stdin").reading(refs).run();
    there.run("symbolic-ref", "HEAD", "refs/heads/none");
  }

  private void settings(Path fresh) {
    var there = git.on(fresh);
    there.run("config", "core.logAllRefUpdates", "false");
    there.run("config", "core.fsync", "committed,reference");
    there.run("config", "core.fsyncMethod", "batch");
    there.run("config", "uploadpack.allowAnySHA1InWant", "true");
    Folders.made(fresh.resolve("info"));
    Folders.created(fresh.resolve("info/attributes"), ATTRIBUTES);
  }

  private static boolean borrows(UserRepository user) {
    return Files.exists(user.commonDirectory().resolve("objects/info/alternates"));
  }

  private static long packs(UserRepository user) {
    var folder = user.commonDirectory().resolve("objects/pack");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
