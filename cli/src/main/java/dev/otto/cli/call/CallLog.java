package dev.otto.cli.call;

import dev.otto.cli.api.Runs;
import dev.otto.cli.render.LogWords;
import dev.otto.cli.render.Span;
import dev.otto.cli.shell.Output;
import dev.otto.cli.shell.Plain;
import dev.otto.model.RunId;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallView;
import java.time.Instant;

/// One call and what its agent says.
public record CallLog(Runs runs, RunId run, CallView call) {
  /// How long the server may wait for more before it says that there is none.
  private static final int SECONDS_TO_WAIT = 20;

  /// Which call it is and how it stands, in one sentence.
  String words(Instant now) {
    return "call %s, %s%s, try %d, started %s: %s"
        .formatted(
            call.call(),
            call.stage(),
            call.group().map(group -> " of group " + group).orElse(""),
            call.tries(),
            Span.ago(call.startedAt(), now),
            call.outcome().map(CallLog::outcome).orElse("the agent works"));
  }

  /// Writes what the agent said; if it is followed, until the call has ended or nobody reads.
  public void tell(Output output, boolean follow) {
    var lines = new Lines(line -> LogWords.of(line).lines().forEach(output::line));
    while (follow && !ended() && !output.closed()) {
      readAll(lines, SECONDS_TO_WAIT, output);
    }
    readAll(lines, 0, output);
    lines.end();
  }

  /// What the agent was told.
  String prompt() {
    return Plain.text(runs.prompt(run, call));
  }

  /// Takes all there is; the last question is the one that was answered with nothing.
  private void readAll(Lines lines, int wait, Output output) {
    var more = true;
    while (more && !output.closed()) {
      var bytes = runs.log(run, call, lines.taken(), wait);
      lines.take(bytes);
      more = bytes.length > 0;
    }
  }

  /// Whether nothing more can come: the call was concluded, or its run is over.
  private boolean ended() {
    return runs.calls(run).stream()
            .filter(one -> one.call().equals(call.call()) && one.tries() == call.tries())
            .anyMatch(one -> one.endedAt().isPresent())
        || runs.named(run.value()).verdict().isPresent();
  }

  private static String outcome(CallEvent event) {
    return switch (event) {
      case CallEvent.Ordered _ -> "the agent works";
      case CallEvent.Answered(_, Answer.Done _, _) -> "done";
      case CallEvent.Answered(_, Answer.Failed(_, var sentence), _) ->
          "failed, " + Plain.line(sentence);
      case CallEvent.Lost(_, var loss, _, _) -> "lost, " + loss.words();
      case CallEvent.NeedsPerson(_, _, var why, _) -> "needs a person, " + Plain.line(why);
      case CallEvent.Moved moved -> Plain.line(moved.words());
      case CallEvent.Limited(var waits) -> "waits for " + waits.what();
      case CallEvent.GoesOn _, CallEvent.Reserved _, CallEvent.SetAside _ -> "the agent works";
    };
  }
}
