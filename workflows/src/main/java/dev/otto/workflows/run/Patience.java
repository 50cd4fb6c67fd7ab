package dev.otto.workflows.run;

import dev.otto.model.HostId;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/// How long the run waits for its hands, and how often it asks again.
public final class Patience {
  /// Recording never gives up: the run stands still until its store is back.
  static final ActivityOptions FOR_RECORDING =
      ActivityOptions.newBuilder()
          .setStartToCloseTimeout(Duration.ofSeconds(10))
          .setRetryOptions(
              RetryOptions.newBuilder()
                  .setInitialInterval(Duration.ofMillis(100))
                  .setMaximumInterval(Duration.ofSeconds(2))
                  .build())
          .build();

  private static final Duration HEARTBEAT = Duration.ofSeconds(8);

  /// After this time in the queue of a host nobody is there to take it.
  private static final Duration HOST_LOST = Duration.ofSeconds(30);

  private Patience() {}

  /// For work of a host that takes seconds to minutes and may be done again: git, checks, audits,
  /// packets.
  public static ActivityOptions forHost(HostId host, String summary) {
    return ActivityOptions.newBuilder()
        .setSummary(summary)
        .setTaskQueue(hostQueue(host))
        .setScheduleToStartTimeout(HOST_LOST)
        .setStartToCloseTimeout(Duration.ofHours(1))
        .setHeartbeatTimeout(HEARTBEAT)
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofMillis(200))
                .setMaximumInterval(Duration.ofSeconds(5))
                .setMaximumAttempts(5)
                .build())
        .build();
  }

  /// For the question whether a host that was lost is there again: it waits for the answer for as
  /// long as that takes.
  static ActivityOptions untilThere(HostId host) {
    return ActivityOptions.newBuilder()
        .setSummary("waits for the host")
        .setTaskQueue(hostQueue(host))
        .setStartToCloseTimeout(Duration.ofSeconds(10))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofMillis(200))
                .setMaximumInterval(Duration.ofSeconds(5))
                .build())
        .build();
  }

  /// For an agent call: no retry, and as long as the call itself may last.
  static ActivityOptions forCalls(HostId host, String summary) {
    return ActivityOptions.newBuilder()
        .setSummary(summary)
        .setTaskQueue(callQueue(host))
        .setStartToCloseTimeout(Duration.ofHours(24))
        .setHeartbeatTimeout(HEARTBEAT)
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
        .build();
  }

  /// The queue of a host for git, checks and audits.
  public static String hostQueue(HostId host) {
    return "otto-host-" + host;
  }

  /// The queue of a host for agent calls; its slots are the agents in parallel.
  public static String callQueue(HostId host) {
    return "otto-host-" + host + "-calls";
  }
}
