package dev.otto.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.otto.model.Refusal.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void a_new_home_is_private_even_with_a_space_in_its_name() throws IOException {
    var home = new Home(folder.resolve("my otto")).prepared();

    assertThat(permissions(home.folder())).isEqualTo("rwx------");
    assertThat(
            new Path[] {
              home.contents(),
              home.projects(),
              home.database(),
              home.engine(),
              home.sockets(),
              home.logs()
            })
        .allMatch(Files::isDirectory);
  }

  @Test
  void a_home_that_others_could_enter_is_closed_to_them() throws IOException {
    var open = Files.createDirectories(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

    new Home(open).prepared();

    assertThat(permissions(open)).isEqualTo("rwx------");
  }

  @Test
  void the_environment_names_the_home() {
    assertThat(Home.of(Map.of("OTTO_HOME", "/somewhere/else", "HOME", "/home/ada")))
        .isEqualTo(new Home(Path.of("/somewhere/else")));
    assertThat(Home.of(Map.of("HOME", "/home/ada")))
        .isEqualTo(new Home(Path.of("/home/ada/.otto")));
  }

  @Test
  void a_home_too_long_for_sockets_is_refused() {
    var home = new Home(folder.resolve("x".repeat(100)));

    assertThatThrownBy(home::prepared)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("room for sockets");
    assertThat(home.folder()).doesNotExist();
  }

  @Test
  void a_file_is_no_home() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "mine");

    assertThatThrownBy(new Home(file)::prepared)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not a folder");
    assertThat(file).hasContent("mine");
  }

  @Test
  void the_token_is_256_bits_made_once_and_readable_by_its_owner_alone_S_2() throws IOException {
    var home = new Home(folder.resolve("home")).prepared();

    var token = home.token();

    assertThat(token.text()).matches("[0-9a-f]{64}");
    assertThat(home.token()).isEqualTo(token);
    assertThat(permissions(home.tokenFile())).isEqualTo("rw-------");
    assertThat(token).hasToString("***");
    assertThat(token.is(token.text())).isTrue();
    assertThat(token.is("guess")).isFalse();
  }

  @Test
  void of_many_that_make_a_secret_at_once_all_read_the_same() throws Exception {
    var file = folder.resolve("secret");
    try (var threads = Executors.newFixedThreadPool(8)) {
      var secrets =
          IntStream.range(0, 8).mapToObj(_ -> threads.submit(() -> Secret.in(file))).toList();

      assertThat(secrets).extracting(Future::get).containsOnly(Secret.in(file));
      assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
    }
  }

  @Test
  void the_host_has_one_name_for_ever() {
    var home = new Home(folder.resolve("home")).prepared();

    assertThat(home.hostId()).isEqualTo(home.hostId());
    assertThat(home.hostId()).isNotEqualTo(new Home(folder.resolve("other")).prepared().hostId());
  }

  @Test
  void a_port_is_drawn_once_and_kept() throws IOException {
    var port = new KeptPort(folder.resolve("port"));
    var number = port.number();

    assertThat(number).isBetween(20_000, 31_999);
    assertThat(new KeptPort(folder.resolve("port")).number()).isEqualTo(number);

    Files.writeString(folder.resolve("port"), "not a number");

    assertThat(port.number()).isBetween(20_000, 31_999);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
