package dev.otto.standalone.up;

import dev.otto.activities.agent.plugged.Conformance.Finding;
import dev.otto.activities.call.AgentTrial;
import dev.otto.api.problem.ReadinessRefusal;
import dev.otto.model.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Tries whether a program of this machine can be an agent.
@Path("agent-trials")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AgentTrialResource {
  private final Supplier<Optional<AgentTrial>> trial;

  AgentTrialResource(Supplier<Optional<AgentTrial>> trial) {
    this.trial = trial;
  }

  /// The command that is tried; it begins with the absolute path of a program.
  public record Tried(List<String> command) {
    public Tried {
      command = command == null ? List.of() : List.copyOf(command);
    }
  }

  /// What was found, rule by rule.
  public record Findings(List<Finding> findings) {
    public Findings {
      findings = List.copyOf(findings);
    }
  }

  /// Nothing that can be started.
  record NoProgram() implements Refusal {
    @Override
    public String code() {
      return "no-program";
    }

    @Override
    public String sentence() {
      return "A command begins with the absolute path of a program.";
    }

    @Override
    public String nextStep() {
      return "Name the program with its whole path.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }
  }

  @POST
  public Findings make(Tried tried) {
    var ready = trial.get().orElseThrow(() -> new ReadinessRefusal.NoHost().refused());
    if (tried.command().isEmpty()
        || !java.nio.file.Path.of(tried.command().getFirst()).isAbsolute()) {
      throw new NoProgram().refused();
    }
    return new Findings(ready.of(tried.command()));
  }
}
