package dev.otto.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.standalone.home.Cache;
import dev.otto.standalone.home.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {
  @TempDir Path folder;

  @Test
  @Tag("slow")
  void what_a_kill_has_left_of_an_unpacking_is_thrown_away() throws IOException {
    var cache = new Cache(PrivateFolder.at(folder.resolve("cache")));
    var first = PostgresPrograms.in(cache);
    var left = first.folder().resolveSibling(first.folder().getFileName() + ".new");
    Files.move(first.folder(), left);
    Files.writeString(left.resolve("bin/postgres"), "cut");

    var again = PostgresPrograms.in(cache);

    assertThat(again).isEqualTo(first);
    assertThat(again.program("postgres")).isExecutable();
    assertThat(Files.size(again.program("postgres"))).isGreaterThan(1 << 20);
    assertThat(left).doesNotExist();
    assertThat(again.folder().resolve("lib"))
        .isDirectoryRecursivelyContaining(Files::isSymbolicLink);
  }
}
