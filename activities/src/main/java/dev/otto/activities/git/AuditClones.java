package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.TreeId;
import java.nio.file.Path;

/// Folders with the files of a commit, for audits: with a repository of their own that shares
/// nothing with Otto's, or with no repository at all.
public final class AuditClones {
  private static final String BRANCH = "refs/heads/audit";
  private final Clone clone;

  AuditClones(Clone clone) {
    this.clone = clone;
  }

  /// A fresh clone of exactly this commit, with its history, on a branch of its own and without a
  /// remote.
  public void make(Path folder, CommitId commit) {
    Folders.removed(folder);
    clone
        .anywhere()
        .run(
            "init",
            "--quiet",
            "--template=",
            "--object-format=" + clone.format().word(),
            folder.toString());
    var there = clone.anywhere().on(folder.resolve(".git"), folder);
    Folders.made(folder.resolve(".git/info"));
    Folders.created(folder.resolve(".git/info/attributes"), Clones.ATTRIBUTES);
    there.run(
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-write-fetch-head",
        "--update-shallow",
        clone.home().repository().toString(),
        commit + ":" + BRANCH);
    there.run("symbolic-ref", "HEAD", BRANCH);
    there.run("read-tree", "-u", "--reset", commit.hex());
    Folders.removed(folder.resolve(".git/info"));
  }

  /// The files of a tree and nothing else.
  public void export(Path folder, TreeId tree) {
    Folders.removed(folder);
    Folders.made(folder);
    try (var scratch = Scratch.in(clone.home().scratch())) {
      clone.git(folder, scratch.index()).run("read-tree", "-u", "--reset", tree.hex());
    }
  }
}
