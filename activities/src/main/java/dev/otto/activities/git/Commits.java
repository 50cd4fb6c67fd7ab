package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.TreeId;
import dev.otto.model.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Commits by Otto in its clone. Everything in them is given, so that a repeat makes the same
/// commit.
final class Commits {
  private final Git git;

  Commits(Git git) {
    this.git = git;
  }

  CommitId commit(TreeId tree, List<CommitId> parents, CommitMessage message, Instant at) {
    var words = new ArrayList<>(List.of("commit-tree", tree.hex(), "-F", "-"));
    for (var parent : parents) {
      words.add("-p");
      words.add(parent.hex());
    }
    return new CommitId(
        git.command(words.toArray(String[]::new)).reading(message.toString()).at(at).run().line());
  }

  List<CommitId> parents(CommitId commit) {
    var words =
        git.run("rev-list", "--parents", "--max-count=1", commit.hex()).line().split(" ", -1);
    return List.of(words).subList(1, words.length).stream().map(CommitId::new).toList();
  }

  /// What a commit says was moved aside.
  List<String> aside(CommitId commit) {
    return git.run("show", "--no-patch", "--format=%B", commit.hex()).lines().stream()
        .filter(line -> line.startsWith(CommitMessage.ASIDE))
        .map(line -> Json.value(line.substring(CommitMessage.ASIDE.length()), String.class))
        .toList();
  }

  /// The moment that a commit carries.
  Instant moment(CommitId commit) {
    var seconds = git.run("show", "--no-patch", "--format=%ct", commit.hex()).line();
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }

  /// Whether the first is the second or comes before it.
  boolean isIn(CommitId commit, CommitId later) {
    var answer = git.ask("merge-base", "--is-ancestor", commit.hex(), later.hex());
    if (answer.exitCode() > 1) {
      throw new GitTrouble(List.of("merge-base", commit.hex(), later.hex()), answer);
    }
    return answer.ok();
  }
}
