package dev.otto.activities.process.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages that were fetched before, in a Cell without a network.
class PackageCachesTest {
  @TempDir Path folder;

  @Test
  void npm_reads_the_users_packages_and_keeps_its_own_beside_them() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var user = Yard.made(folder.resolve("user"));
    var shared = Yard.written(user.resolve(".npm/_cacache/content-v2/sha512/ab"), "a package");
    Yard.written(user.resolve(".npm/_cacache/index-v5/ab"), "its entry");
    Yard.written(user.resolve(".npmrc"), "//registry/:_authToken=canary");

    var said =
        yard.said(
            new PackageCaches(user).in(yard.plan(), yard.cells.walls()),
            """
            cd "$npm_config_cache/_cacache" && cat content-v2/sha512/ab && mkdir tmp && touch tmp/own && echo " own"
            rm -f content-v2/sha512/ab 2>&1 | grep -o 'Read-only'
            ls -A '%s' | grep npmrc
            """
                .formatted(user));

    assertThat(said).isEqualTo("a package own\nRead-only\n");
    assertThat(shared).hasContent("a package");
    assertThat(new PackageCaches(user).found())
        .containsExactly("npm's " + user.resolve(".npm/_cacache"));
  }

  @Test
  void maven_builds_without_a_network_from_the_users_repository_and_changes_nothing_there()
      throws IOException {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var maven = maven().orElse(Path.of("nowhere"));
    var annotations = version("org/jspecify/jspecify");
    var compiler = version("org/apache/maven/plugins/maven-compiler-plugin");
    assumeTrue(
        Files.exists(maven) && annotations.isPresent() && compiler.isPresent(),
        "NOT PROVEN: no Maven 3.9 with its packages");
    Yard.written(yard.worktree.resolve("pom.xml"), project(annotations.get()));
    var goal =
        "org.apache.maven.plugins:maven-compiler-plugin:%s:compile".formatted(compiler.get());
    var build = yard.command(maven.resolve("bin/mvn").toString(), "-o", "-B", goal);
    var plan =
        PackageCaches.own()
            .in(yard.plan(), yard.cells.walls())
            .with(Mount.readOnly(maven), Mount.readOnly(Path.of(System.getProperty("java.home"))))
            .withEnvironment(Map.of("JAVA_HOME", System.getProperty("java.home")));

    assertThat(yard.cells.run(plan, build).out().file()).content().contains("BUILD SUCCESS");
    assertThat(yard.cells.run(plan.withEnvironment(Map.of("MAVEN_ARGS", "")), build).well())
        .isFalse();
  }

  private static String project(String annotations) {
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>sample</groupId><artifactId>sample</artifactId><version>1</version>
      <dependencies>
        <dependency><groupId>org.jspecify</groupId><artifactId>jspecify</artifactId><version>%s</version></dependency>
      </dependencies>
    </project>
    """
        .formatted(annotations);
  }

  private static Optional<Path> maven() throws IOException {
    var wrapped = Path.of(System.getProperty("user.home"), ".m2/wrapper/dists");
    if (!Files.isDirectory(wrapped)) {
      return Optional.empty();
    }
    try (var places = Files.walk(wrapped, 4)) {
      return places.filter(place -> Files.isExecutable(place.resolve("bin/mvn"))).findFirst();
    }
  }

  /// A version of the package that was fetched whole.
  private static Optional<String> version(String artifact) throws IOException {
    var there = Path.of(System.getProperty("user.home"), ".m2/repository").resolve(artifact);
    if (!Files.isDirectory(there)) {
      return Optional.empty();
    }
    var name = there.getFileName();
    try (var versions = Files.list(there)) {
      return versions
          .map(version -> version.getFileName().toString())
          .filter(one -> Files.exists(there.resolve("%s/%s-%s.jar".formatted(one, name, one))))
          .findFirst();
    }
  }
}
