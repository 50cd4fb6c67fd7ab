package dev.otto.activities.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.settings.file.Keys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommittedSettingsTest {
  @Test
  void they_say_what_a_project_wants_done_and_what_is_wrong_is_said_of_the_commit() {
    assertThat(CommittedSettings.read(bytes("setup: [npm ci]")).get(Keys.SETUP))
        .contains(List.of(List.of("npm", "ci")));
    assertThatThrownBy(() -> CommittedSettings.read(bytes("setpu: [npm ci]")))
        .hasMessage(
            "There is no key `setpu` (otto.yaml of the base commit, line 1); did you mean `setup`?");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
