package dev.otto.activities.git;

import dev.otto.model.CommitId;
import dev.otto.model.Lease;
import dev.otto.model.RunId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The refs of Otto's clone. They move in transactions that also verify the run's epoch, so that
/// whoever was superseded moves nothing.
public final class Refs {
  private final Git git;
  private final ObjectFormat format;
  private final Fence fence;

  Refs(Git git, ObjectFormat format, Fence fence) {
    this.git = git;
    this.format = format;
    this.fence = fence;
  }

  /// Lets this lease move the run's refs, and no older one any more.
  public void raise(Lease lease) {
    var ref = Ref.epoch(lease.run());
    var found = object(ref);
    var mine = epochObject(lease);
    if (found.equals(Optional.of(mine))) {
      return;
    }
    if (found.map(this::epoch).orElse(-1L) > lease.epoch()) {
      throw new Superseded(lease);
    }
    fence.check();
    var answer = transaction(new RefMove(ref, found, Optional.of(mine)).line(format)).ask();
    if (answer.ok()) {
      return;
    }
    if (object(ref).equals(found)) {
      throw new GitTrouble(List.of("update-ref", ref.name()), answer);
    }
    raise(lease);
  }

  /// The commit that a ref stands at.
  public Optional<CommitId> commit(Ref ref) {
    return object(ref).map(CommitId::new);
  }

  /// Moves refs, all or none. A repeat that finds them moved already is as good.
  void move(Lease lease, RefMove... moves) {
    move(lease, List.of(moves));
  }

  void move(Lease lease, List<RefMove> moves) {
    var verify = "verify %s %s\n".formatted(Ref.epoch(lease.run()), epochObject(lease));
    var lines = moves.stream().map(move -> move.line(format)).collect(Collectors.joining());
    fence.check();
    var answer = transaction(verify + lines).ask();
    if (answer.ok()) {
      return;
    }
    held(lease);
    var left = moves.stream().filter(move -> !arrived(move)).toList();
    if (!left.isEmpty()) {
      throw failed(left, answer);
    }
  }

  /// The object that a ref stands at, whatever it is.
  Optional<String> object(Ref ref) {
    var answer = git.ask("rev-parse", "--verify", "--quiet", ref.name());
    return answer.ok() ? Optional.of(answer.line()) : Optional.empty();
  }

  /// The refs below a prefix, with the objects they stand at.
  List<Standing> below(String prefix) {
    return git.run("for-each-ref", "--format=%(objectname) %(refname)", prefix).lines().stream()
        .map(line -> line.split(" ", 2))
        .map(words -> new Standing(new Ref(words[1]), words[0]))
        .toList();
  }

  record Standing(Ref ref, String object) {}

  /// Whether this lease still holds: nothing if it does.
  void held(Lease lease) {
    fence.check();
    if (!object(Ref.epoch(lease.run())).equals(Optional.of(epochObject(lease)))) {
      throw new Superseded(lease);
    }
  }

  private boolean arrived(RefMove move) {
    return object(move.ref()).equals(move.to());
  }

  private RuntimeException failed(List<RefMove> left, GitAnswer answer) {
    for (var move : left) {
      var found = object(move.ref());
      if (!found.equals(move.from())) {
        return new RefMoved(move, found.orElse("nothing"));
      }
    }
    return new GitTrouble(List.of("update-ref", left.getFirst().ref().name()), answer);
  }

  private GitCommand transaction(String lines) {
    return git.command("update-ref", "--stdin").reading("start\n" + lines + "prepare\ncommit\n");
  }

  private String epochObject(Lease lease) {
    return git.command("hash-object", "-w", "--stdin")
        .reading("epoch %d\n".formatted(lease.epoch()))
        .run()
        .line();
  }

  private long epoch(String object) {
    var words = git.run("cat-file", "blob", object).line();
    return Long.parseLong(words.substring("epoch ".length()));
  }

  /// The epoch that the run's refs answer to.
  Optional<Long> epoch(RunId run) {
    return object(Ref.epoch(run)).map(this::epoch);
  }
}
