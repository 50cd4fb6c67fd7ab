package dev.otto.activities.agent.scripted.play;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.scripted.recipe.Recipe;
import dev.otto.activities.agent.scripted.recipe.Step;
import dev.otto.model.call.CallOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One call of a scripted agent: plays what is left of a document and says how it ended. A step
/// that is done is skipped, one that was begun is completed, and the end is the same whether the
/// call was ever interrupted or not. Only usage is told again, as a conversation that goes on is
/// read and paid again.
public final class Performance implements AutoCloseable {
  private final CallOrder order;
  private final List<Step> steps;
  private final EventStream events;
  private final Pace pace;
  private final Journal journal;
  private final Toolbox tools;
  private final Mishaps mishaps;
  private String words = "";
  private Optional<JsonNode> answer = Optional.empty();

  private Performance(
      CallOrder order,
      List<Step> steps,
      EventStream events,
      Pace pace,
      Journal journal,
      Worktree worktree,
      Path home) {
    this.order = order;
    this.steps = steps;
    this.events = events;
    this.pace = pace;
    this.journal = journal;
    var programs = new Programs(worktree.root(), home.resolve("journal").resolve("output"));
    this.tools = new Toolbox(worktree, journal, programs, events);
    this.mishaps = new Mishaps(programs, events);
  }

  /// A call that plays the document in the worktree, with its journal in the home.
  public static Performance of(
      Recipe.Document document,
      CallOrder order,
      Path worktree,
      Path home,
      Pace pace,
      EventStream events)
      throws IOException {
    var journal = Journal.open(home, order, document);
    return new Performance(
        order, document.steps(), events, pace, journal, new Worktree(worktree), home);
  }

  /// Plays to the end and returns the exit code.
  public int play() throws IOException, InterruptedException {
    slowStart();
    events.tell(new AgentEvent.Started(Journal.name(order), "scripted"));
    for (var number = 1; number <= steps.size(); number++) {
      var finale = play(number, steps.get(number - 1));
      if (finale.isPresent()) {
        return end(finale.get());
      }
    }
    return end(new Finale.Success());
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }

  private void slowStart() throws InterruptedException {
    if (!steps.isEmpty() && steps.getFirst() instanceof Step.SlowStart slow && !journal.done(1)) {
      pause(1, slow.length());
    }
  }

  private Optional<Finale> play(int number, Step step) throws IOException, InterruptedException {
    remember(step);
    if (journal.done(number)) {
      payAgain(step);
      return Optional.empty();
    }
    return switch (step) {
      case Step.Speech speech -> {
        speak(speech);
        journal.end(number);
        yield Optional.empty();
      }
      case Step.Change change -> {
        tools.change(number, change);
        journal.end(number);
        yield Optional.empty();
      }
      case Step.Act act -> act(number, act);
      case Step.Sleep(var length) -> {
        pause(number, length);
        yield Optional.empty();
      }
      case Step.SlowStart(var length) -> {
        pause(number, length);
        yield Optional.empty();
      }
      case Step.Fault fault -> {
        journal.end(number);
        yield mishaps.happen(fault);
      }
    };
  }

  private void remember(Step step) {
    if (step instanceof Step.Say(var text)) {
      words = text.words();
    } else if (step instanceof Step.Output(var given)) {
      answer = Optional.of(given);
    }
  }

  /// What an earlier try said it used may never have been heard, so a repeated one says it again.
  private void payAgain(Step step) {
    if (step instanceof Step.Usage usage) {
      speak(usage);
    }
  }

  private void speak(Step.Speech speech) {
    switch (speech) {
      case Step.Think(var text) -> events.tell(new AgentEvent.Reasoning(text.words()));
      case Step.Say(var text) -> events.tell(new AgentEvent.Message(text.words()));
      case Step.Usage(var input, var cached, var output, var cost) ->
          events.tell(new AgentEvent.Usage(input, cached, output, cost));
      case Step.Output _ -> {}
    }
  }

  private Optional<Finale> act(int number, Step.Act act) throws InterruptedException {
    var disappointment = tools.act(number, act);
    if (disappointment.isPresent()) {
      return Optional.of(new Finale.Failure(disappointment.get()));
    }
    journal.end(number);
    return Optional.empty();
  }

  private void pause(int number, Duration length) throws InterruptedException {
    Thread.sleep(pace.of(length));
    journal.end(number);
  }

  private int end(Finale finale) {
    return switch (finale) {
      case Finale.Success() -> {
        events.tell(new AgentEvent.Finished(true, words, answer));
        yield 0;
      }
      case Finale.Answer(var unfit) -> {
        events.tell(new AgentEvent.Finished(true, words, Optional.of(unfit)));
        yield 0;
      }
      case Finale.Failure(var trouble) -> {
        events.tell(trouble);
        events.tell(new AgentEvent.Finished(false, trouble.sentence(), Optional.empty()));
        yield 1;
      }
      case Finale.Exit(var code, var withoutFinish) -> {
        if (!withoutFinish) {
          events.tell(new AgentEvent.Finished(true, words, answer));
        }
        yield code;
      }
    };
  }
}
