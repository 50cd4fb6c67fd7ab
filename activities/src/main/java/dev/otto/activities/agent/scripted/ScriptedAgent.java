package dev.otto.activities.agent.scripted;

import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.scripted.play.EventStream;
import dev.otto.activities.agent.scripted.play.Performance;
import dev.otto.activities.agent.scripted.recipe.Recipe;
import dev.otto.activities.agent.scripted.recipe.RecipeFault;
import dev.otto.activities.agent.scripted.recipe.RecipeReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The scripted agent: a program that takes a prompt on stdin, plays what a recipe says for this
/// call in the folder it is started in, and reports on stdout in `otto-agent/1`. Exit code 0 is
/// success, 1 a failed call, 2 an unusable order.
public final class ScriptedAgent {
  private static final int FAILED = 1;
  private static final int UNUSABLE = 2;
  private static final int NOBODY_READS = 141;

  private final EventStream events;

  private ScriptedAgent(EventStream events) {
    this.events = events;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.in.transferTo(OutputStream.nullOutputStream());
    var agent = new ScriptedAgent(new EventStream(new FileOutputStream(FileDescriptor.out)));
    Runtime.getRuntime().halt(agent.work(List.of(arguments), Path.of("")));
  }

  private int work(List<String> arguments, Path worktree) throws IOException, InterruptedException {
    try {
      var invocation = Invocation.parse(arguments);
      var recipe = RecipeReader.read(invocation.recipe());
      var document = recipe.matching(invocation.order());
      if (document.isEmpty()) {
        return refuse(ErrorKind.GAVE_UP, Recipe.nothingFor(invocation.order()), FAILED);
      }
      try (var performance =
          Performance.of(
              document.get(),
              invocation.order(),
              worktree,
              invocation.home(),
              invocation.pace(),
              events)) {
        return performance.play();
      }
    } catch (RecipeFault fault) {
      return refuse(ErrorKind.CONFIG, fault.sentence(), UNUSABLE);
    } catch (Invocation.Unusable unusable) {
      return refuse(ErrorKind.CONFIG, String.valueOf(unusable.getMessage()), UNUSABLE);
    } catch (EventStream.Closed nobodyReads) {
      return NOBODY_READS;
    }
  }

  private int refuse(ErrorKind kind, String sentence, int code) {
    System.err.println(sentence);
    events.tell(new AgentEvent.Trouble(kind, Optional.empty(), Optional.empty(), sentence));
    events.tell(new AgentEvent.Finished(false, sentence, Optional.empty()));
    return code;
  }
}
