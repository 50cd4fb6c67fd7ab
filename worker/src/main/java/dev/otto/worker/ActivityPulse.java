package dev.otto.worker;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.otto.activities.record.LeaseEnded;
import dev.otto.model.Refusal;
import dev.otto.workflows.record.Recording;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// Keeps every activity alive with a ticker, interrupts it when it is cancelled, and sorts what it
/// throws, once. What a hand came to while its worker ended is not believed: it was interrupted.
final class ActivityPulse extends WorkerInterceptorBase {
  private static final Duration TICK = Duration.ofMillis(500);

  private final AtomicBoolean ending = new AtomicBoolean();

  /// The worker ends: from now on its hands are interrupted.
  void ends() {
    ending.set(true);
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new Beating(next, ending);
  }

  private static final class Beating extends ActivityInboundCallsInterceptorBase {
    private final AtomicReference<Optional<ActivityCompletionException>> cancelled =
        new AtomicReference<>(Optional.empty());
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean ending;
    private Optional<ActivityExecutionContext> context = Optional.empty();

    Beating(ActivityInboundCallsInterceptor next, AtomicBoolean ending) {
      super(next);
      this.ending = ending;
    }

    @Override
    public void init(ActivityExecutionContext context) {
      this.context = Optional.of(context);
      super.init(context);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
      var ticker = ticker(Thread.currentThread());
      try {
        var output = super.execute(input);
        ended(ticker);
        return output;
      } catch (RuntimeException trouble) {
        ended(ticker);
        throw Failures.sorted(trouble);
      }
    }

    private Thread ticker(Thread hand) {
      return Thread.ofVirtual().name("pulse").start(() -> beat(hand));
    }

    private void beat(Thread hand) {
      try {
        while (!over.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
          context.orElseThrow().heartbeat(null);
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } catch (ActivityCompletionException ended) {
        cancelled.set(Optional.of(ended));
        hand.interrupt();
      }
    }

    /// Stops the ticker; an activity that was cancelled meanwhile ends as cancelled, and one whose
    /// worker ended is to be done again, whatever it came to.
    private void ended(Thread ticker) {
      over.countDown();
      Uninterruptibles.joinUninterruptibly(ticker);
      var _ = Thread.interrupted();
      cancelled
          .get()
          .ifPresent(why -> {
            throw why;
          });
      if (ending.get()) {
        throw ApplicationFailure.newFailure("the worker ended under it", "WorkerEnded");
      }
    }
  }

  /// How the failures of hands are told to a workflow.
  private static final class Failures {
    static RuntimeException sorted(RuntimeException trouble) {
      return switch (trouble) {
        case LeaseEnded ended -> superseded(ended);
        case dev.otto.activities.git.Superseded ended -> superseded(ended);
        case dev.otto.activities.process.Superseded ended -> superseded(ended);
        case Refusal.Refused refused ->
            ApplicationFailure.newNonRetryableFailureWithCause(
                refused.refusal().sentence(), refused.refusal().code(), refused);
        case IllegalStateException bug ->
            ApplicationFailure.newNonRetryableFailureWithCause(
                String.valueOf(bug.getMessage()), "Bug", bug);
        default ->
            HostTrouble.in(trouble)
                .<RuntimeException>map(
                    why -> ApplicationFailure.newFailureWithCause(why, "HostTrouble", trouble))
                .orElse(trouble);
      };
    }

    private static ApplicationFailure superseded(RuntimeException ended) {
      return ApplicationFailure.newNonRetryableFailureWithCause(
          String.valueOf(ended.getMessage()), Recording.SUPERSEDED, ended);
    }
  }
}
