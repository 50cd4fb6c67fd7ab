package dev.otto.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.path.Glob;
import dev.otto.model.project.Baggage.Piece;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaggageTest {
  @Test
  void what_agents_and_programs_obey_is_baggage_wherever_it_lies() {
    var baggage =
        Baggage.among(
            List.of(
                file("src/.claude.md"),
                file(".mcp.json"),
                file("web/.claude/hooks/stop.sh"),
                file("CLAUDE.md"),
                file(".env"),
                file(".env.example"),
                file(".codex/config.toml"),
                file("README.md")));

    assertThat(baggage.pieces().stream().map(Piece::path))
        .containsExactly(".codex/config.toml", ".env", ".mcp.json", "web/.claude/hooks/stop.sh");
    assertThat(Baggage.root("web/.claude/hooks/stop.sh")).contains("web/.claude");
    assertThat(Baggage.ofAgents("web/.claude")).isTrue();
    assertThat(Baggage.ofAgents(".env")).isFalse();
  }

  @Test
  void its_digest_names_all_of_it_however_much_there_is() {
    var many = IntStream.range(0, 300).mapToObj(n -> file(".claude/%03d".formatted(n))).toList();
    var fewer = many.subList(0, 299);

    assertThat(Baggage.among(many).count()).isEqualTo(300);
    assertThat(Baggage.among(many).pieces()).hasSize(100);
    assertThat(Baggage.among(many.reversed())).isEqualTo(Baggage.among(many));
    assertThat(Baggage.among(fewer).digest()).isNotEqualTo(Baggage.among(many).digest());
    assertThat(Baggage.among(List.of(new Piece(".env", "100755", "1"))).digest())
        .isNotEqualTo(Baggage.among(List.of(new Piece(".env", "100644", "1"))).digest());
  }

  @Test
  void a_pattern_that_means_everything_names_none_of_it() {
    assertThat(Baggage.named(new Glob("**"))).isFalse();
    assertThat(Baggage.named(new Glob("web/**"))).isFalse();
    assertThat(Baggage.named(new Glob(".claude/**"))).isTrue();
    assertThat(Baggage.named(new Glob("web/.mcp.json"))).isTrue();
  }

  private static Piece file(String path) {
    return new Piece(path, "100644", "of " + path);
  }
}
