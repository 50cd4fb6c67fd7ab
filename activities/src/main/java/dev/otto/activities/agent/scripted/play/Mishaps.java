package dev.otto.activities.agent.scripted.play;

import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.agent.scripted.recipe.Step;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Lets go wrong what a recipe wants to go wrong.
final class Mishaps {
  private final Programs programs;
  private final EventStream events;

  Mishaps(Programs programs, EventStream events) {
    this.programs = programs;
    this.events = events;
  }

  /// The end of the call, if the mishap is one.
  Optional<Finale> happen(Step.Fault fault) throws IOException, InterruptedException {
    return switch (fault) {
      case Step.Fail(var kind, var http, var retryAfter, var sentence) ->
          Optional.of(new Finale.Failure(new Trouble(kind, http, retryAfter, sentence)));
      case Step.Exit(var code, var withoutFinish) ->
          Optional.of(new Finale.Exit(code, withoutFinish));
      case Step.BadSchema() ->
          Optional.of(new Finale.Answer(Tree.object().put("this answer", "fits no schema")));
      case Step.Hang() -> waitForTheEnd();
      case Step.Crash(var signal) -> {
        programs.signalSelf(signal);
        yield waitForTheEnd();
      }
      case Step.IgnoreTerm() -> {
        // A shutdown that waits for this thread never ends; only KILL, or the end of the recipe,
        // ends the process.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::waitForTheEnd));
        yield Optional.empty();
      }
      case Step.Orphan(var command) -> {
        programs.leaveBehind(command);
        yield Optional.empty();
      }
      case Step.GarbageLine(var text) -> {
        events.raw(text + "\n");
        yield Optional.empty();
      }
      case Step.HalfLine(var text) -> {
        events.raw(text);
        yield Optional.empty();
      }
      case Step.Flood(var lines, var bytes) -> {
        flood(lines, bytes);
        yield Optional.empty();
      }
      case Step.InvalidUtf8() -> {
        events.raw(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, (byte) 0xff, '"', '\n'});
        yield Optional.empty();
      }
      case Step.Stderr(var text) -> {
        System.err.println(text);
        yield Optional.empty();
      }
      case Step.DuplicateEvents() -> {
        events.writeTwice();
        yield Optional.empty();
      }
    };
  }

  private Optional<Finale> waitForTheEnd() {
    while (true) {
      LockSupport.park(this);
    }
  }

  private void flood(int lines, int bytes) {
    var text = new byte[bytes];
    Arrays.fill(text, (byte) 'x');
    for (var line = 0; line < lines; line++) {
      events.raw("{\"type\":\"message\",\"text\":\"");
      events.raw(text);
      events.raw("\"}\n");
    }
  }
}
