package dev.otto.activities.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenFolderTest {
  @TempDir Path folder;

  @Test
  void what_was_closed_goes_and_what_is_linked_stays() throws IOException {
    var mine = Files.writeString(folder.resolve("mine"), "stays");
    var home = Files.createDirectories(folder.resolve("home"));
    var closed = Files.createDirectories(home.resolve("cache/closed"));
    Files.writeString(closed.resolve("module"), "goes");
    Files.createSymbolicLink(home.resolve("link"), mine);
    Files.createSymbolicLink(home.resolve("all"), folder);
    permit(closed, "---------");
    permit(home.resolve("cache"), "r-xr-xr-x");

    WrittenFolder.removed(home);

    assertThat(home).doesNotExist();
    assertThat(mine).hasContent("stays");
  }

  @Test
  void a_folder_that_is_not_there_is_gone_already() {
    WrittenFolder.removed(folder.resolve("never"));

    assertThat(folder).isEmptyDirectory();
  }

  private static void permit(Path folder, String permissions) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }
}
