package dev.otto.cli.run;

import dev.otto.cli.api.Runs;
import dev.otto.cli.call.CallLog;
import dev.otto.cli.shell.Output;
import dev.otto.model.CallId;
import dev.otto.model.RunId;
import dev.otto.model.call.CallEvent;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunNews;
import dev.otto.model.run.RunView;
import java.util.Optional;

/// Tells a run line by line, and after each call what its agent said.
///
/// @param plain tells everything else
record TalkativeTeller(RunId run, PlainTeller plain, Output output, Runs runs) implements Teller {
  @Override
  public void happened(RunNews news) {
    concluded(news.data()).ifPresent(this::say);
    plain.happened(news);
  }

  /// The call that has ended with this event.
  private static Optional<CallId> concluded(RunEvent event) {
    return event instanceof RunEvent.OfCall(var call) ? concluded(call) : Optional.empty();
  }

  private static Optional<CallId> concluded(CallEvent event) {
    return switch (event) {
      case CallEvent.Answered(var order, _, _) -> Optional.of(order.id());
      case CallEvent.Lost(var order, _, _, _) -> Optional.of(order.id());
      case CallEvent.Moved(var order, _, _, _, var used) ->
          Optional.of(order.id()).filter(_ -> used.calls() > 0);
      case CallEvent.Ordered _,
          CallEvent.NeedsPerson _,
          CallEvent.Limited _,
          CallEvent.GoesOn _,
          CallEvent.Reserved _,
          CallEvent.SetAside _ ->
          Optional.empty();
    };
  }

  /// The newest try of the call; each is concluded before the next begins.
  private void say(CallId call) {
    runs.calls(run).stream()
        .filter(one -> one.call().equals(call))
        .reduce((_, later) -> later)
        .ifPresent(one -> new CallLog(runs, run, one).tell(output, false));
  }

  @Override
  public void stands(RunView now) {
    plain.stands(now);
  }

  @Override
  public void ticked() {
    plain.ticked();
  }

  @Override
  public void away() {
    plain.away();
  }

  @Override
  public void back() {
    plain.back();
  }

  @Override
  public void close() {
    plain.close();
  }
}
