package dev.otto.activities.git;

import dev.otto.activities.git.GitRefusal.BareRepository;
import dev.otto.activities.git.GitRefusal.BranchInTheWay;
import dev.otto.activities.git.GitRefusal.GitTooOld;
import dev.otto.activities.git.GitRefusal.NotARepository;
import dev.otto.activities.git.GitRefusal.OperationInProgress;
import dev.otto.model.CommitId;
import dev.otto.model.project.Baggage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The look at a user's folder before Otto works with it. It only reads.
public final class Preflight {
  private static final Pattern VERSION = Pattern.compile("git version (\\d+)\\.(\\d+).*");
  private final Git git;

  public Preflight(Git git) {
    this.git = git;
  }

  /// The version of git, if Otto can work with it.
  public String version() {
    var line = git.run("version").line();
    var version = VERSION.matcher(line);
    if (!version.matches()) {
      throw new GitTooOld(line).refused();
    }
    var major = Integer.parseInt(version.group(1));
    var minor = Integer.parseInt(version.group(2));
    if (major < 2 || (major == 2 && minor < 38)) {
      throw new GitTooOld(line).refused();
    }
    return line.substring("git version ".length());
  }

  /// The checkout that this folder is in, if a run can start from it.
  public Checkout look(Path folder) {
    var user = find(folder);
    Operation.in(user.gitDirectory())
        .ifPresent(one -> {
          throw new OperationInProgress(folder, one).refused();
        });
    var there = new UserGit(git, user);
    if (there.git().ask("show-ref", "--verify", "--quiet", "refs/heads/otto").ok()) {
      throw new BranchInTheWay("otto").refused();
    }
    return new Checkout(user, within(folder), head(there.git()), there.uncommitted());
  }

  /// The repository that this folder is in, whatever is going on there.
  public UserRepository find(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new NotARepository(folder).refused();
    }
    var there = git.in(folder);
    var inside = there.ask("rev-parse", "--is-inside-work-tree");
    if (!inside.ok()) {
      throw new NotARepository(folder).refused();
    }
    if (!inside.line().equals("true")) {
      throw new BareRepository(folder).refused();
    }
    var facts =
        there
            .run(
                "rev-parse",
                "--path-format=absolute",
                "--show-toplevel",
                "--git-dir",
                "--git-common-dir",
                "--show-object-format",
                "--is-shallow-repository")
            .lines();
    return new UserRepository(
        Path.of(facts.get(0)),
        Path.of(facts.get(1)),
        Path.of(facts.get(2)),
        ObjectFormat.named(facts.get(3)),
        facts.get(4).equals("true"));
  }

  /// What the commit that is checked out brings along.
  public Baggage baggage(Checkout checkout) {
    var user = new UserGit(git, checkout.repository()).git();
    return checkout
        .head()
        .at()
        .map(commit -> user.run("ls-tree", "-r", "-z", commit.hex()).names())
        .map(lines ->
            Baggage.among(lines.stream().map(TreeEntry::of).map(TreeEntry::piece).toList()))
        .orElse(Baggage.among(List.of()));
  }

  /// The bytes of that file in the commit that is checked out.
  public Optional<byte[]> committed(Checkout checkout, String path) {
    var user = new UserGit(git, checkout.repository()).git();
    return checkout
        .head()
        .at()
        .map(commit -> user.ask("cat-file", "blob", commit.hex() + ":" + path))
        .filter(GitAnswer::ok)
        .map(GitAnswer::bytes);
  }

  private String within(Path folder) {
    var prefix = git.in(folder).run("rev-parse", "--show-prefix").line();
    return prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
  }

  private static Head head(Git git) {
    var branch = git.ask("symbolic-ref", "--quiet", "HEAD");
    var commit = git.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
    if (!branch.ok()) {
      return new Head.Detached(new CommitId(commit.line()));
    }
    var name = branch.line().substring("refs/heads/".length());
    return commit.ok()
        ? new Head.OnBranch(name, new CommitId(commit.line()))
        : new Head.Unborn(name);
  }
}
