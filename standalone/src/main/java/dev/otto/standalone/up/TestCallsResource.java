package dev.otto.standalone.up;

import dev.otto.activities.call.TestCalls;
import dev.otto.api.problem.ReadinessRefusal;
import dev.otto.model.host.HostFacts.Fact;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes one tiny call of each agent that can be used on this machine.
@Path("test-calls")
@Produces(MediaType.APPLICATION_JSON)
public final class TestCallsResource {
  private final Supplier<Optional<TestCalls>> calls;

  TestCallsResource(Supplier<Optional<TestCalls>> calls) {
    this.calls = calls;
  }

  /// What came of each.
  public record Tried(List<Fact> facts) {
    public Tried {
      facts = List.copyOf(facts);
    }
  }

  @POST
  public Tried make() {
    var ready = calls.get().orElseThrow(() -> new ReadinessRefusal.NoHost().refused());
    return new Tried(ready.all());
  }
}
