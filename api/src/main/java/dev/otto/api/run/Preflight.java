package dev.otto.api.run;

import dev.otto.api.part.Engine;
import dev.otto.api.part.Store;
import dev.otto.api.problem.ReadinessRefusal;
import dev.otto.model.HostId;
import dev.otto.model.Refusal;
import dev.otto.model.project.Baggage;
import dev.otto.model.settings.RunWishes;
import dev.otto.store.host.Hosts;
import dev.otto.workflows.project.PreflightWorkflow;
import dev.otto.workflows.project.ProjectLooks.Look;
import dev.otto.workflows.project.ProjectLooks.Seen;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The look at a folder before a run is created in it, by the host that will carry the run.
public record Preflight(Store store, Engine engine) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// A folder in which a run can be created, the host that says so, what the project and the user
  /// say of runs, and what its repository brings along.
  public record Place(
      HostId host, String top, RunWishes project, RunWishes user, Baggage baggage) {}

  public Place in(String folder) {
    return in(folder, Optional.empty());
  }

  /// The same, and a look at the recipe that shall be played there.
  public Place in(String folder, Optional<String> recipe) {
    var host =
        store.ask(Hosts.class, Hosts::all).stream()
            .findFirst()
            .map(row -> new HostId(row.id()))
            .orElseThrow(() -> new ReadinessRefusal.NoHost().refused());
    return switch (seen(new Look(host, folder, recipe))) {
      case Seen.Usable(var top, _, var project, var user, var baggage) ->
          new Place(host, top, project, user, baggage);
      case Seen.Refused(var code, var sentence, var nextStep) ->
          throw new PassedOn(code, sentence, nextStep, Refusal.Kind.INVALID).refused();
    };
  }

  private Seen seen(Look look) {
    return engine.ask(PATIENCE, client -> seen(look, client));
  }

  private Seen seen(Look look, WorkflowClient client) {
    var options =
        engine.workflow("look-" + UUID.randomUUID()).setWorkflowExecutionTimeout(PATIENCE).build();
    var looking = client.newWorkflowStub(PreflightWorkflow.class, options);
    try {
      WorkflowClient.start(looking::look, look);
      return WorkflowStub.fromTyped(looking)
          .getResult(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, Seen.class);
    } catch (TimeoutException | WorkflowFailedException failed) {
      throw new ReadinessRefusal.HostFailed("look at " + look.folder()).refused();
    }
  }
}
