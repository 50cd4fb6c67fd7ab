package dev.otto.activities.agent.scripted.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Diffs fit exactly or not at all.
class UnifiedDiffTest {
  private static final String TWO_HUNKS =
      """
      diff --git a/x b/x
      index 1..2 100644
      --- a/x
      +++ b/x
      @@ -1,2 +1,3 @@
      +zero
       one
       two
      @@ -5,2 +6 @@ five
      -five
      -six
      \\ No newline at end of file
      +5
      \\ No newline at end of file
      """;

  @Test
  void hunks_change_the_lines_they_name() {
    var diff = UnifiedDiff.parse(TWO_HUNKS).files().getFirst();

    assertThat(UnifiedDiff.applied(diff, "one\ntwo\n3\n4\nfive\nsix"))
        .isEqualTo("zero\none\ntwo\n3\n4\n5");
  }

  @Test
  void a_hunk_that_finds_other_lines_does_not_fit() {
    var diff = UnifiedDiff.parse(TWO_HUNKS).files().getFirst();

    assertThatThrownBy(() -> UnifiedDiff.applied(diff, "one\nTWO\n3\n4\nfive\nsix"))
        .hasMessage("the hunk at line 1 does not fit");
    assertThatThrownBy(() -> UnifiedDiff.applied(diff, "one\ntwo\n3\n4\nfive\nsix\n"))
        .hasMessage("the hunk at line 5 does not fit");
  }

  @Test
  void lines_keep_their_carriage_returns() {
    var diff = UnifiedDiff.parse("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\r\n+b\r\n").files().getFirst();

    assertThat(UnifiedDiff.applied(diff, "a\r\n")).isEqualTo("b\r\n");
  }

  @Test
  void what_cannot_be_read_is_refused() {
    assertThatThrownBy(() -> UnifiedDiff.parse("hello")).hasMessage("the diff names no file");
    assertThatThrownBy(() -> UnifiedDiff.parse("--- a/../x\n+++ b/../x\n@@ -1 +1 @@\n-a\n+b\n"))
        .hasMessage("'b/../x' is not a plain relative path");
    assertThatThrownBy(() -> UnifiedDiff.parse("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n"))
        .hasMessage("the diff breaks off");
    assertThatThrownBy(() -> UnifiedDiff.parse("rename from x\nrename to y\n"))
        .hasMessage("'rename from x' is not supported in a diff");
  }
}
