package dev.otto.cli.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.cli.sample.Typed;
import dev.otto.model.ProjectId;
import dev.otto.model.project.Baggage;
import dev.otto.model.project.TrustView;
import dev.otto.model.run.Phase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a repository brings along that agents would obey.
class TrustCommandTest {
  private static final Baggage BAGGAGE =
      Baggage.among(List.of(new Baggage.Piece(".mcp.json", "100644", "1f7a7a47")));

  @TempDir private Path home;
  private ToldServer server;

  @BeforeEach
  void serve() {
    server = ToldServer.in(home);
    server.answers(
        "trust?folder=" + URLEncoder.encode("/shop", StandardCharsets.UTF_8),
        view(Optional.empty()));
    server.obeys("trust", view(Optional.of("ada")));
    server.obeys("trust/withdraw", view(Optional.empty()));
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void it_is_shown_with_the_way_to_allow_it() {
    assertThat(Typed.at(home).line("trust", "/shop").out())
        .isEqualTo(
            """
            The repository brings along: hidden from agents; `otto trust` can allow it
              .mcp.json  1f7a7a47
            Allow it with `otto trust --allow %s`.
            """
                .formatted(BAGGAGE.digest().hex().substring(0, 12)));
  }

  @Test
  void exactly_what_was_looked_at_is_allowed() {
    var digest = BAGGAGE.digest().hex();

    assertThat(Typed.at(home).line("trust", "/shop", "--allow", digest.substring(0, 12)).out())
        .contains("allowed by ada")
        .doesNotContain("--allow");
    assertThat(server.asked("POST", "trust").getFirst().body()).contains(digest, "/shop");
    assertThat(Typed.at(home).line("trust", "/shop", "--allow", "0123456789ab").exit())
        .isEqualTo(2);
    assertThat(server.asked("POST", "trust")).hasSize(1);
    assertThat(Typed.at(home).line("trust", "/shop", "--withdraw").out()).contains("hidden");
  }

  @Test
  void it_stands_on_the_page_of_a_run() {
    var run = SampleRun.working(Phase.BUILD).view();
    server.shows(run);
    server.answers("runs/%s/baggage".formatted(run.run()), view(Optional.empty()));

    assertThat(Typed.at(home).line("show").out())
        .contains("The repository brings along: hidden from agents", ".mcp.json  1f7a7a47");
  }

  private static TrustView view(Optional<String> by) {
    return new TrustView(new ProjectId("p-1"), "/shop", BAGGAGE, by);
  }
}
