package dev.otto.standalone.up;

import dev.otto.activities.call.AgentTrial;
import dev.otto.activities.call.DeskLooks;
import dev.otto.activities.call.TestCalls;
import dev.otto.activities.workspace.SalvagedWork;
import dev.otto.model.host.HostFacts.Fact;
import dev.otto.model.server.ServerView.EngineView;
import dev.otto.standalone.engine.EngineLook;
import dev.otto.store.announce.Announcements;
import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/// What the api stands on, each part from the moment it is there.
final class Parts {
  final AtomicReference<Optional<Jdbi>> database = empty();
  final AtomicReference<Optional<Announcements>> announcements = empty();
  final AtomicReference<Optional<WorkflowClient>> client = empty();
  final AtomicReference<Optional<EngineView>> engine = empty();
  final AtomicReference<Optional<EngineLook>> engineLook = empty();
  final AtomicReference<Supplier<List<Fact>>> trouble = new AtomicReference<>(List::of);
  final AtomicReference<Optional<TestCalls>> testCalls = empty();
  final AtomicReference<Optional<SalvagedWork>> salvage = empty();
  final AtomicReference<Optional<DeskLooks>> desks = empty();
  final AtomicReference<Optional<AgentTrial>> agentTrial = empty();

  private static <T> AtomicReference<Optional<T>> empty() {
    return new AtomicReference<>(Optional.empty());
  }
}
