package dev.otto.activities.process.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

  @Test
  void gradle_and_cargo_read_the_users_packages_and_not_what_lies_beside_them() {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var user = Yard.made(folder.resolve("user"));
    var gradle = user.resolve(".gradle/caches/modules-2");
    Yard.written(gradle.resolve("files-2.1/lib.jar"), "a library");
    Yard.written(gradle.resolve("metadata-2.107/descriptor.bin"), "its description");
    Yard.written(gradle.resolve("modules-2.lock"), "canary");
    Yard.written(user.resolve(".gradle/gradle.properties"), "token=canary");
    Yard.written(user.resolve(".cargo/registry/cache/index/itoa.crate"), "a crate");
    Yard.written(user.resolve(".cargo/registry/index/index/config.json"), "its index");
    Yard.written(user.resolve(".cargo/credentials.toml"), "token = canary");
    var caches = new PackageCaches(user);

    var said =
        yard.said(
            caches.in(yard.plan(), yard.cells.walls()),
            """
            ls "$GRADLE_RO_DEP_CACHE/modules-2" && cat "$GRADLE_RO_DEP_CACHE/modules-2/files-2.1/lib.jar"; echo
            cat "$CARGO_HOME/registry/cache/index/itoa.crate" && touch "$CARGO_HOME/own" && echo " own"
            rm -f "$CARGO_HOME/registry/cache/index/itoa.crate" 2>&1 | grep -o 'Read-only'
            grep -r canary "$CARGO_HOME" "$GRADLE_RO_DEP_CACHE" '%s'
            """
                .formatted(user));

    assertThat(said).isEqualTo("files-2.1\nmetadata-2.107\na library\na crate own\nRead-only\n");
    assertThat(caches.found())
        .containsExactly("Gradle's " + gradle, "cargo's " + user.resolve(".cargo/registry"));
  }

  @Test
  void pip_takes_what_the_user_downloaded_without_a_network_and_changes_nothing_there()
      throws Exception {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var user = Yard.made(folder.resolve("user"));
    var cache = user.resolve(".cache/pip");
    var python = Path.of("/usr/bin/python3");
    assumeTrue(
        Files.isExecutable(python) && ended("/usr/bin/python3", "-m", "pip", "--version"),
        "NOT PROVEN: no pip");
    String download;
    try (var registry = SmallRegistry.open(folder.resolve("registry"))) {
      download =
          "PIP_CONFIG_FILE=/dev/null %s -m pip download --no-deps --trusted-host %s -d out %s/%s"
              .formatted(python, registry.host(), registry.address(), SmallRegistry.WHEEL);
      var filling = "cd '%s' && PIP_CACHE_DIR='%s' %s".formatted(folder, cache, download);
      assertThat(ended("sh", "-c", filling)).isTrue();
    }
    var plan = new PackageCaches(user).in(yard.plan(), yard.cells.walls());
    var nowhere = plan.withEnvironment(Map.of("PIP_CACHE_DIR", "/tmp/none"));

    assertThat(yard.cells.run(plan, yard.shell(download)).out().file())
        .content()
        .contains("Using cached", "Successfully downloaded");
    assertThat(yard.said(plan, removing("/tmp/pip"))).isEqualTo("Read-only\n");
    assertThat(yard.cells.run(nowhere, yard.shell("rm -rf out; " + download)).well()).isFalse();
    assertThat(new PackageCaches(user).found()).containsExactly("pip's " + cache);
  }

  @Test
  void pnpm_installs_from_the_users_store_without_a_network_and_changes_nothing_there()
      throws Exception {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var user = Yard.made(folder.resolve("user"));
    var store = user.resolve(".local/share/pnpm/store");
    var pnpm = pnpm().orElse(Path.of("nowhere"));
    assumeTrue(Files.isDirectory(pnpm), "NOT PROVEN: no pnpm");
    String install;
    try (var registry = SmallRegistry.open(folder.resolve("registry"))) {
      install =
          "npm_config_registry=%s/ node '%s/bin/pnpm.cjs' install"
              .formatted(registry.address(), pnpm);
      Yard.written(
          yard.worktree.resolve("package.json"),
          "{\"name\":\"sample\",\"dependencies\":{\"thing\":\"1.0.0\"}}");
      var filling =
          "cd '%s' && CI=true HOME='%s' npm_config_store_dir='%s' %s --no-frozen-lockfile"
              .formatted(yard.worktree, user, store, install);
      assertThat(ended("sh", "-c", filling)).isTrue();
    }
    var plan =
        new PackageCaches(user)
            .in(yard.plan(), yard.cells.walls())
            .with(Mount.readOnly(pnpm))
            .withEnvironment(Map.of("CI", "true"));
    var nowhere = plan.withEnvironment(Map.of("npm_config_store_dir", "/tmp/none"));
    var offline =
        yard.shell("rm -rf node_modules; %s --offline --frozen-lockfile".formatted(install));

    var outcome = yard.cells.run(plan, offline);
    assertThat(outcome.well()).as(Yard.text(outcome.out().file())).isTrue();
    assertThat(yard.worktree.resolve("node_modules/thing/index.js"))
        .hasContent("module.exports = 42;");
    assertThat(yard.said(plan, removing("/tmp/pnpm"))).isEqualTo("Read-only\n");
    assertThat(yard.cells.run(nowhere, offline).well()).isFalse();
    assertThat(new PackageCaches(user).found()).containsExactly("pnpm's " + store);
  }

  @Test
  void where_packages_can_be_fetched_npm_pnpm_and_cargo_fill_caches_of_their_own() {
    var yard = new Yard(folder, Sandbox.PREFERRED);
    var user = Yard.made(folder.resolve("user"));
    Yard.made(user.resolve(".local/share/pnpm/store/v10/index"));
    var caches = new PackageCaches(user);

    var environment = caches.filledIn(caches.in(yard.plan(), yard.cells.walls())).environment();

    var home = yard.plan().home();
    assertThat(environment)
        .containsEntry("npm_config_cache", home.resolve(".npm").toString())
        .containsEntry("npm_config_store_dir", home.resolve(".pnpm-store").toString())
        .containsEntry("CARGO_HOME", home.resolve(".cargo").toString());
  }

  @Test
  void go_takes_the_users_modules_without_a_network_and_changes_nothing_there() throws IOException {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var go = Path.of("/usr/local/go/bin/go");
    var module = module().orElse("");
    assumeTrue(
        Files.isExecutable(go) && !module.isEmpty(), "NOT PROVEN: no go with modules of its own");
    Yard.written(yard.worktree.resolve("go.mod"), "module sample\n");
    var plan = yard.plan().withEnvironment(Map.of("GOTOOLCHAIN", "local"));
    var download = yard.shell("GOSUMDB=off %s mod download -json %s".formatted(go, module));

    assertThat(
            yard.cells.run(PackageCaches.own().in(plan, yard.cells.walls()), download).out().file())
        .content()
        .contains("\"Zip\"", yard.otto.resolve("run/home/go/pkg/mod").toString());
    assertThat(
            yard.cells
                .run(
                    plan.withEnvironment(Map.of("GOPROXY", "off")),
                    yard.shell(
                        "GOSUMDB=off GOMODCACHE=/tmp/none %s mod download %s"
                            .formatted(go, module)))
                .well())
        .isFalse();
  }

  @Test
  void cargo_builds_without_a_network_from_the_users_registry() throws IOException {
    var yard = new Yard(folder, Sandbox.REQUIRED);
    var home = Path.of(System.getProperty("user.home"));
    var toolchain = toolchain(home.resolve(".rustup/toolchains"));
    var crate = crate(home.resolve(".cargo/registry/cache"), "itoa-");
    assumeTrue(
        toolchain.isPresent() && crate.isPresent(), "NOT PROVEN: no cargo with the crate itoa");
    Yard.written(
        yard.worktree.resolve("Cargo.toml"),
        "[package]\nname = \"sample\"\nversion = \"0.1.0\"\n[dependencies]\nitoa = \"1\"\n");
    Yard.written(yard.worktree.resolve("src/lib.rs"), "pub use itoa::Buffer;\n");
    var bin = toolchain.get().resolve("bin");
    var plan =
        PackageCaches.own()
            .in(yard.plan(), yard.cells.walls())
            .with(Mount.readOnly(toolchain.get()))
            .withEnvironment(Map.of("PATH", bin + ":/usr/bin:/bin"));

    assertThat(yard.cells.run(plan, yard.command("cargo", "build", "--offline")).well()).isTrue();
    assertThat(
            yard.cells
                .run(
                    plan.withEnvironment(Map.of("CARGO_HOME", "/tmp/none")),
                    yard.command("cargo", "build", "--offline"))
                .well())
        .isFalse();
  }

  private static String removing(String cache) {
    return "find %s -type f -exec rm -f {} + 2>&1 | grep -o -m1 Read-only | head -1"
        .formatted(cache);
  }

  private static boolean ended(String... words) throws IOException, InterruptedException {
    return new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /// As `npm` or `npx` put it there.
  private static Optional<Path> pnpm() throws IOException {
    var called = Path.of(System.getProperty("user.home"), ".npm/_npx");
    var installed =
        Stream.of("/usr/lib/node_modules/pnpm", "/usr/local/lib/node_modules/pnpm").map(Path::of);
    try (var all = Files.isDirectory(called) ? Files.list(called) : Stream.<Path>empty()) {
      return Stream.concat(installed, all.map(one -> one.resolve("node_modules/pnpm")))
          .filter(one -> Files.exists(one.resolve("bin/pnpm.cjs")))
          .findFirst();
    }
  }

  /// A module of the user, with its version.
  private static Optional<String> module() throws IOException {
    var downloads = Path.of(System.getProperty("user.home"), "go/pkg/mod/cache/download");
    if (!Files.isDirectory(downloads)) {
      return Optional.empty();
    }
    try (var files = Files.walk(downloads)) {
      return files
          .map(file -> downloads.relativize(file).toString())
          .filter(name -> name.matches("[a-z0-9./-]+/@v/v[0-9.]+\\.zip"))
          .map(name -> name.substring(0, name.length() - ".zip".length()).replace("/@v/", "@"))
          .findFirst();
    }
  }

  private static Optional<Path> toolchain(Path toolchains) throws IOException {
    if (!Files.isDirectory(toolchains)) {
      return Optional.empty();
    }
    try (var all = Files.list(toolchains)) {
      return all.filter(one -> Files.isExecutable(one.resolve("bin/cargo"))).sorted().findFirst();
    }
  }

  private static Optional<Path> crate(Path cache, String name) throws IOException {
    if (!Files.isDirectory(cache)) {
      return Optional.empty();
    }
    try (var files = Files.walk(cache, 2)) {
      return files.filter(file -> file.getFileName().toString().startsWith(name)).findFirst();
    }
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
