package dev.otto.activities.agent;

import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Calls as adapters are asked for them.
public final class Asked {
  public static final ModelAddress MODEL =
      new ModelAddress(URI.create("http://127.0.0.1:8123"), "a-token-for-one-call");

  /// Where it is let out.
  public static final URI PROXY = URI.create("http://otto:a-token@127.0.0.1:8123");

  private Asked() {}

  /// A first call on open ground that may answer in any words.
  public static AgentRequest forWords(String prompt) {
    return request(prompt, new ExpectedAnswer.Words(), false);
  }

  /// The same behind walls.
  public static AgentRequest behindWalls(String prompt) {
    return request(prompt, new ExpectedAnswer.Words(), true);
  }

  /// One that goes to its service itself, by this login.
  public static AgentRequest signedIn(Login login) {
    var plain = behindWalls("…");
    return new AgentRequest(
        plain.order(),
        plain.prompt(),
        plain.worktree(),
        plain.home(),
        Optional.empty(),
        plain.answer(),
        new AgentGround(
            true, Optional.empty(), Optional.of(new DirectWay(PROXY, Optional.of(login)))));
  }

  /// One that must answer in the form of a schema.
  public static AgentRequest forAnswer(String prompt, String schema) {
    return request(prompt, new ExpectedAnswer.Structured(schema, _ -> List.of()), false);
  }

  private static AgentRequest request(String prompt, ExpectedAnswer answer, boolean walled) {
    return new AgentRequest(
        CallOrder.first(new CallId("c1"), Stage.BUILD, Optional.of(new GroupId("api")), 1, 0),
        prompt,
        Path.of("/otto/worktree"),
        Path.of("/otto/home"),
        Optional.empty(),
        answer,
        new AgentGround(walled, Optional.of(MODEL)));
  }
}
