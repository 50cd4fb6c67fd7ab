package dev.otto.activities.agent.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentLaunch;
import dev.otto.activities.agent.AgentRequest;
import dev.otto.activities.agent.ExpectedAnswer;
import dev.otto.activities.agent.scripted.play.Pace;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How the scripted agent is started and heard; nothing is started here.
class ScriptedAdapterTest {
  private final ScriptedAdapter adapter =
      new ScriptedAdapter(
          Path.of("/jdk/bin/java"),
          List.of(Path.of("/otto.jar")),
          Path.of("/demo/recipe.yaml"),
          Pace.of("2.5"));

  @Test
  void the_order_becomes_a_command_line_and_the_prompt_goes_to_stdin() {
    var fix =
        new CallOrder(new CallId("c9"), Stage.FIX, Optional.of(new GroupId("web")), 2, 1, 3, 0);

    assertThat(adapter.launch(request(fix)))
        .isEqualTo(
            new AgentLaunch(
                List.of(
                    "/jdk/bin/java",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-Xmx64m",
                    "-Xshare:auto",
                    "-Xlog:disable",
                    "-Xlog:all=warning:stderr",
                    "-cp",
                    "/otto.jar",
                    "dev.otto.activities.agent.scripted.ScriptedAgent",
                    "--recipe",
                    "/demo/recipe.yaml",
                    "--home",
                    "/home/of/call",
                    "--stage",
                    "fix",
                    "--group",
                    "web",
                    "--attempt",
                    "2",
                    "--round",
                    "1",
                    "--try",
                    "3",
                    "--call",
                    "c9",
                    "--speed",
                    "2.5"),
                Map.of("LANG", "C.UTF-8"),
                "Mend it.",
                List.of(Path.of("/otto.jar"), Path.of("/demo"))));
  }

  @Test
  void what_the_command_line_says_is_what_the_agent_reads() {
    var order = CallOrder.first(new CallId("c1"), Stage.SPEC, Optional.empty(), 1, 0);
    var invocation =
        new Invocation(Path.of("/demo/recipe.yaml"), Path.of("/h"), order, Pace.UNLIMITED);

    assertThat(Invocation.parse(invocation.arguments())).isEqualTo(invocation);
  }

  @Test
  void a_line_is_one_event_whatever_it_is_and_an_empty_one_is_none() {
    assertThat(adapter.parse("{\"type\":\"message\",\"text\":\"hi\"}"))
        .containsExactly(new AgentEvent.Message("hi"));
    assertThat(adapter.parse("Picked up _JAVA_OPTIONS"))
        .singleElement()
        .isInstanceOf(AgentEvent.Warning.class);
    assertThat(adapter.parse("x".repeat(10 << 20)))
        .singleElement()
        .isInstanceOf(AgentEvent.Warning.class);
    assertThat(adapter.parse(" ")).isEmpty();
  }

  private static AgentRequest request(CallOrder order) {
    return new AgentRequest(
        order,
        "Mend it.",
        Path.of("/worktree"),
        Path.of("/home/of/call"),
        Optional.empty(),
        new ExpectedAnswer.Words());
  }
}
