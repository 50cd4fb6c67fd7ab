package dev.otto.model.call;

import dev.otto.model.CallId;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.HostId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One try of a call as people see it.
///
/// @param tries the how manieth try of the call it is, from 1
/// @param outcome what it came to, once it has ended
/// @param log whether what the agent said can be read
/// @param prompt what the agent was told, by its digest
/// @param touched files with settings of the repository that the agent wrote, changed or removed
public record CallView(
    CallId call,
    int tries,
    String stage,
    Optional<GroupId> group,
    HostId host,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<Long> activeMillis,
    Optional<CallEvent> outcome,
    boolean log,
    Optional<Digest> prompt,
    List<String> touched) {
  public CallView {
    prompt = prompt == null ? Optional.empty() : prompt;
    touched = touched == null ? List.of() : List.copyOf(touched);
  }

  /// All calls of a run, in the order in which they started.
  public record Page(List<CallView> calls) {
    public Page {
      calls = List.copyOf(calls);
    }
  }
}
