package dev.otto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.sample.SampleRun;
import dev.otto.cli.sample.ToldServer;
import dev.otto.model.audit.Verdict;
import dev.otto.model.json.Json;
import dev.otto.model.run.NewRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher, as a shell runs it: a checkout that is built, with a JDK that starts the classes
/// of this test in place of the built jar.
class LauncherTest {
  private static final String LETTERS = "Grüße an 東京 – naïve";

  @TempDir private Path checkout;
  @TempDir private Path home;
  private ToldServer server;

  @BeforeEach
  void lay() throws IOException {
    server = ToldServer.in(home);
    var run = SampleRun.ended(Verdict.PASSED).titled(LETTERS).view();
    server.obeys("runs", run).shows(run);
    Files.copy(Path.of("../otto"), checkout.resolve("otto"));
    Files.createDirectories(checkout.resolve("target/lib/b1"));
    Files.createFile(checkout.resolve("target/lib/b1/otto-cli.jar"));
    Files.writeString(checkout.resolve("pom.xml"), "");
    Files.setLastModifiedTime(checkout.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
    Files.writeString(checkout.resolve("target/built"), "b1\n");
    jdk();
  }

  @AfterEach
  void end() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"LC_ALL=C", "LC_ALL=POSIX", "LANG=C", "LANG=xx_XX.UTF-8", "LC_ALL=C.UTF-8"})
  void every_letter_of_an_intent_arrives_whatever_the_locale(String locale) throws Exception {
    var said = typed(locale, "./otto run --provider scripted '" + LETTERS + "'");

    assertThat(said).contains("passed: everything is proven");
    assertThat(Json.value(server.asked("POST", "runs").getFirst().body(), NewRun.class).intent())
        .isEqualTo(LETTERS);
  }

  @Test
  void every_letter_is_written_in_a_locale_that_knows_none_of_them() throws Exception {
    assertThat(typed("LC_ALL=C", "./otto show")).startsWith(LETTERS + "\n");
  }

  @Test
  void a_folder_may_have_any_name() throws Exception {
    Files.createDirectory(checkout.resolve("küche"));

    typed("LC_ALL=C", "./otto run --provider scripted -C küche x");

    assertThat(Json.value(server.asked("POST", "runs").getFirst().body(), NewRun.class).folder())
        .endsWith("/küche");
  }

  /// Classes that another JDK kept, or half of a file, are as good as none.
  @Test
  void kept_classes_that_cannot_be_used_are_no_trouble() throws Exception {
    Files.writeString(checkout.resolve("target/lib/b1/otto-cli.aot"), "not what a JDK keeps");

    assertThat(typed("LC_ALL=C.UTF-8", "./otto show")).startsWith(LETTERS + "\n");
    assertThat(Files.readString(checkout.resolve("options")))
        .contains("-Xlog:disable -XX:AOTCache=" + checkout.resolve("target/lib/b1/otto-cli.aot"));
  }

  /// What the line wrote to stdout and stderr. It stands in a file, so that nothing on the way to
  /// the shell depends on the locale of this test.
  private String typed(String locale, String line) throws Exception {
    var said = checkout.resolve("said");
    Files.writeString(
        checkout.resolve("typed.sh"),
        """
        unset LC_ALL LC_CTYPE LANG
        export OTTO_HOME='%s' OTTO_JAVA_HOME='%s' %s
        cd '%s'
        %s
        """
            .formatted(home, checkout.resolve("jdk"), locale, checkout, line));
    var process =
        new ProcessBuilder("sh", checkout.resolve("typed.sh").toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    return Files.readString(said);
  }

  private void jdk() throws IOException {
    var bin = Files.createDirectories(checkout.resolve("jdk/bin"));
    Files.writeString(checkout.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
    program(bin.resolve("javac"), "exit 1");
    program(
        bin.resolve("java"),
        """
        kept=
        printf '%%s' "$*" >'%s'
        while [ "$1" != -jar ]; do
          case $1 in -Xlog*|-XX:AOT*) kept="$kept $1" ;; esac
          shift
        done
        shift 2
        exec '%s/bin/java' -XX:TieredStopAtLevel=1 $kept -cp '%s' %s "$@"
        """
            .formatted(
                checkout.resolve("options"),
                System.getProperty("java.home"),
                System.getProperty("java.class.path"),
                Main.class.getName()));
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
