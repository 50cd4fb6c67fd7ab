package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.Contents;
import dev.otto.model.RunId;
import dev.otto.model.TreeId;
import dev.otto.model.packet.FileChange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Otto's own bare clone of a project: objects and refs of all its runs. No agent ever sees it.
public final class Clone {
  private final ProjectHome home;
  private final Git anywhere;
  private final ObjectFormat format;
  private final Fence fence;
  private final ReentrantLock alone = new ReentrantLock();

  Clone(ProjectHome home, Git anywhere, ObjectFormat format, Fence fence) {
    this.home = home;
    this.anywhere = anywhere;
    this.format = format;
    this.fence = fence;
  }

  public Refs refs() {
    return new Refs(git(), format, fence);
  }

  public Bases bases() {
    return new Bases(this);
  }

  public Worktrees worktrees() {
    return new Worktrees(this);
  }

  public Trees trees() {
    return new Trees(this);
  }

  public Snapshots snapshots(Walls walls) {
    return new Snapshots(this, walls);
  }

  public Handover handover(Walls walls, Contents contents) {
    return new Handover(this, snapshots(walls), contents);
  }

  public Salvage salvage(Walls walls) {
    return new Salvage(this, snapshots(walls));
  }

  public Lane lane() {
    return new Lane(this);
  }

  public Publication publication() {
    return new Publication(this);
  }

  public Landing landing() {
    return new Landing(this);
  }

  public AuditClones auditClones() {
    return new AuditClones(this);
  }

  /// The throw-away git directory that an agent in this worktree sees.
  public PrivateGitDirectory privateGit(Worktree worktree) {
    return PrivateGitDirectory.of(this, worktree);
  }

  /// The commit with these files on the base, dated with the moment: a repeat makes the same one.
  public CommitId sealed(RunId run, CommitId base, Map<String, byte[]> files, Instant at) {
    var tree = trees().with(tree(base), files);
    return tree.equals(tree(base))
        ? base
        : commits()
            .commit(tree, List.of(base), new CommitMessage("Seal what is judged by", run), at);
  }

  /// What changed between two commits, as a patch; where that is too large to keep, as a list of
  /// files.
  public byte[] patch(CommitId from, CommitId to) {
    try (var scratch = Scratch.in(home.scratch())) {
      return Patch.between(this, from.hex(), to.hex(), scratch)
          .bytes()
          .orElseGet(() -> git().run("diff-tree", "--stat", from.hex(), to.hex()).bytes());
    }
  }

  /// What a commit changed, compared with its first parent.
  public List<FileChange> changes(CommitId commit) {
    var counted =
        git()
            .run("diff-tree", "-r", "-z", "--numstat", "--no-renames", commit + "^1", commit.hex());
    return Arrays.stream(counted.text().split("\0", -1))
        .filter(line -> !line.isEmpty())
        .map(Clone::change)
        .toList();
  }

  /// Reads lines added, lines removed and the path, with tabs between; a dash stands for no number.
  private static FileChange change(String line) {
    var words = line.split("\t", 3);
    return new FileChange(words[2], lines(words[0]), lines(words[1]));
  }

  private static Optional<Long> lines(String word) {
    return word.equals("-") ? Optional.empty() : Optional.of(Long.parseLong(word));
  }

  Commits commits() {
    return new Commits(git());
  }

  /// The tree of a commit.
  public TreeId tree(CommitId commit) {
    return new TreeId(git().run("rev-parse", "--verify", commit.hex() + "^{tree}").line());
  }

  Git git() {
    return anywhere.on(home.repository());
  }

  /// Git on the files of a folder, with this clone's objects and an index of its own.
  Git git(Path files, Path index) {
    return anywhere.on(home.repository(), files).index(index);
  }

  Git anywhere() {
    return anywhere;
  }

  /// Does something that may not be done twice at once in this clone.
  void alone(Runnable work) {
    alone.lock();
    try {
      work.run();
    } finally {
      alone.unlock();
    }
  }

  ProjectHome home() {
    return home;
  }

  ObjectFormat format() {
    return format;
  }
}
