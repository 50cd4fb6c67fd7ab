package dev.otto.activities.agent.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.model.Spent;
import dev.otto.activities.agent.model.Turn;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.agent.scripted.recipe.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The steps of a document as the moves of a model that has an agent with these tools.
final class Score {
  private static final Turn.Step DONE = new Turn.Step.Says("Done.");
  private static final String UNFIT = "this answer";

  private final Path worktree;
  private final Tools tools;
  private final List<Move> moves = new ArrayList<>();
  private final List<Turn.Step> before = new ArrayList<>();
  private Spent spent = Spent.NOTHING;
  private Optional<JsonNode> answer = Optional.empty();

  private Score(Path worktree, Tools tools) {
    this.worktree = worktree;
    this.tools = tools;
  }

  /// The moves for these steps; the last one ends the call.
  static List<Move> of(List<Step> steps, Path worktree, Tools tools) {
    var score = new Score(worktree, tools);
    steps.forEach(score::add);
    return score.ended();
  }

  private void add(Step step) {
    switch (step) {
      case Step.Speech speech -> say(speech);
      case Step.Change change -> uses(change).forEach(use -> move(use, false));
      case Step.Act act -> uses(act).forEach(use -> move(use, false));
      case Step.Sleep(var length) -> before.add(new Turn.Step.Waits(length));
      case Step.SlowStart(var length) -> before.add(new Turn.Step.Waits(length));
      case Step.BadSchema() -> answer = Optional.of(Tree.object().put(UNFIT, "fits no schema"));
      case Step.Fault fault -> new Mishaps(tools).of(fault).forEach(act -> move(act, true));
    }
  }

  private void say(Step.Speech speech) {
    switch (speech) {
      case Step.Think(var text) -> before.add(new Turn.Step.Thinks(text.words()));
      case Step.Say(var text) -> before.add(new Turn.Step.Says(text.words()));
      case Step.Output(var given) -> answer = Optional.of(given);
      case Step.Usage(var input, var cached, var output, _) ->
          spent = spent.plus(new Spent(Math.max(0, input - cached), cached, output));
    }
  }

  private List<Turn.Step.Uses> uses(Step.Change change) {
    return switch (change) {
      case Step.Write(var file, var text, var mode) -> {
        var uses = new ArrayList<>(tools.write(worktree, file, text.words()));
        mode.ifPresent(digits -> uses.add(tools.shell(Sh.chmod(file, digits))));
        yield uses;
      }
      case Step.Edit(var file, var find, var replace) ->
          tools.edit(worktree, file, find.words(), replace.words());
      case Step.Patch(_, var text) -> shell(Sh.patch(text));
      case Step.Delete(var file) -> shell(Sh.delete(file));
      case Step.Rename(var from, var to) -> shell(Sh.rename(from, to));
      case Step.Chmod(var file, var mode) -> shell(Sh.chmod(file, mode));
      case Step.Symlink(var file, var target) -> shell(Sh.symlink(file, target));
    };
  }

  private List<Turn.Step.Uses> uses(Step.Act act) {
    return switch (act) {
      case Step.Read(var file) -> tools.read(worktree, file);
      case Step.Run(var command, _) -> shell(command);
      case Step.Git(var arguments) -> shell(Sh.git(arguments));
      case Step.WriteOutside(var file, var text) -> shell(Sh.write(file, text.words()));
    };
  }

  private List<Turn.Step.Uses> shell(String command) {
    return List.of(tools.shell(command));
  }

  private void move(Turn.Step act, boolean once) {
    moves.add(new Move(before, act, spent, once));
    before.clear();
    spent = Spent.NOTHING;
  }

  /// The answer comes last, whenever it was given.
  private List<Move> ended() {
    answer.flatMap(tools::answer).ifPresent(use -> move(use, false));
    answer.filter(given -> tools.answer(given).isEmpty()).ifPresent(this::sayAnswer);
    move(before.isEmpty() ? DONE : before.removeLast(), false);
    return List.copyOf(moves);
  }

  private void sayAnswer(JsonNode given) {
    before.add(new Turn.Step.Says(Tree.line(given)));
  }
}
