package dev.otto.activities.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.model.settings.file.FileKind;
import dev.otto.model.settings.file.Keys;
import dev.otto.model.settings.file.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir private Path folder;

  @Test
  void a_folder_without_one_says_nothing() {
    assertThat(SettingsFile.ofProject(folder).written())
        .isEqualTo(Written.nothing(FileKind.PROJECT));
  }

  @Test
  void a_link_out_of_the_repository_is_not_followed_and_a_link_of_the_user_is() throws IOException {
    var elsewhere = Files.writeString(folder.resolve("elsewhere"), "provider: codex\n");
    Files.createSymbolicLink(folder.resolve("otto.yaml"), elsewhere);
    Files.createSymbolicLink(folder.resolve("config.yaml"), elsewhere);

    assertThat(SettingsFile.ofProject(folder).written().said()).isEmpty();
    assertThat(SettingsFile.ofUser(folder).written().get(Keys.PROVIDER)).contains("codex");
  }
}
