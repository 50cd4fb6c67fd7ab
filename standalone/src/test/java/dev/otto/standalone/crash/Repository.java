package dev.otto.standalone.crash;

import dev.otto.model.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The user's repository, and the clone that Otto keeps of it, as a run has left them.
public record Repository(Scene scene, RunId run) {
  public String tree() {
    return user("rev-parse", published() + "^{tree}");
  }

  String commit() {
    return user("rev-parse", published());
  }

  /// The merges of the published branch, oldest first.
  List<String> merges() {
    return user("rev-list", "--first-parent", "--merges", "--reverse", published())
        .lines()
        .toList();
  }

  String head() {
    return clone("rev-parse", "refs/otto/runs/%s/head".formatted(run));
  }

  /// What ties the packet to the audited commit in Otto's clone, once it does.
  public Optional<String> anchor() {
    return Remains.children(scene.home().projects()).stream()
        .map(project -> project.resolve("repository.git"))
        .filter(Files::isDirectory)
        .map(clone -> Programs.git(clone, "for-each-ref", "--format=%(objectname)", proof()))
        .filter(object -> !object.isEmpty())
        .findFirst();
  }

  /// Whether the anchor of the proof is the same here and there.
  boolean sameAnchor() {
    return anchor().equals(Optional.of(user("rev-parse", proof())));
  }

  private String proof() {
    return "refs/otto/proof/" + run;
  }

  /// What of the user's checkout is not as it was.
  String changes() {
    var branch = user("symbolic-ref", "HEAD");
    return user("status", "--porcelain") + (branch.equals("refs/heads/main") ? "" : branch);
  }

  private String published() {
    return "refs/heads/otto/" + run;
  }

  private String user(String... words) {
    return Programs.git(scene.repository(), words);
  }

  private String clone(String... words) {
    var project = Remains.children(scene.home().projects()).getFirst();
    return Programs.git(project.resolve("repository.git"), words);
  }

  Path session() {
    return scene.repository().resolve("otto_logs/sessions").resolve(run.value());
  }
}
