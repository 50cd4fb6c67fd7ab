package dev.otto.activities.process.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The packages that a user of this host has fetched before: what runs in a Cell finds them there,
/// cannot change them, and puts its own beside them.
///
/// Maven (3.9 and later) and Gradle read a second cache behind their own. npm, pnpm, pip and cargo
/// get one of their own whose content is the user's. To go the user's packages are a proxy that is
/// asked first.
///
/// @param user the user's home
public record PackageCaches(Path user) {
  private static final Path NPM = Path.of("/tmp/npm");
  private static final Path PNPM = Path.of("/tmp/pnpm");
  private static final List<String> PNPM_CONTENT = List.of("files", "index");
  private static final Path PIP = Path.of("/tmp/pip");
  private static final List<String> PIP_CONTENT = List.of("http", "http-v2");
  private static final Path CARGO = Path.of("/tmp/cargo");
  private static final List<String> CARGO_CONTENT = List.of("cache", "index");
  private static final Path GRADLE = Path.of("/tmp/gradle-read-only");
  private static final String GRADLE_CONTENT = "(files|metadata)-[0-9.]+";
  private static final List<String> NPM_CONTENT = List.of("content-v2", "index-v5");

  /// Those of the user whose Otto this is.
  public static PackageCaches own() {
    return new PackageCaches(Path.of(System.getProperty("user.home")));
  }

  /// The plan with them. Without a wall around files there is no place to put some of them.
  public CellPlan in(CellPlan plan, Walls walls) {
    var mounts = new ArrayList<Mount>();
    var environment = new HashMap<String, String>();
    maven(mounts, environment);
    go(mounts, environment);
    if (walls.files()) {
      npm(mounts, environment);
      pnpm(mounts, environment);
      pip(mounts, environment);
      cargo(mounts, environment);
      gradle(mounts, environment);
    }
    return plan.with(mounts).withEnvironment(environment);
  }

  /// The plan where packages can be fetched: npm, pnpm and cargo fill caches of their own then,
  /// which lie in the home. pip does without what it cannot keep.
  public CellPlan filledIn(CellPlan plan) {
    var environment = new HashMap<String, String>();
    environment.put("npm_config_cache", plan.home().resolve(".npm").toString());
    environment.put("CARGO_HOME", plan.home().resolve(".cargo").toString());
    if (!stores().isEmpty()) {
      environment.putAll(storedIn(plan.home().resolve(".pnpm-store")));
    }
    return plan.withEnvironment(environment);
  }

  /// The names of those that are there, for people.
  public List<String> found() {
    var found = new ArrayList<String>();
    if (Files.isDirectory(repository())) {
      found.add("Maven's " + repository());
    }
    if (Files.isDirectory(content())) {
      found.add("npm's " + content());
    }
    if (!stores().isEmpty()) {
      found.add("pnpm's " + store());
    }
    if (!pipContent().isEmpty()) {
      found.add("pip's " + pipCache());
    }
    if (!gradleContent().isEmpty()) {
      found.add("Gradle's " + gradleCache());
    }
    if (hasCrates()) {
      found.add("cargo's " + crates());
    }
    if (goes()) {
      found.add("go's " + modules());
    }
    return List.copyOf(found);
  }

  /// Maven's start script takes its words apart at blanks.
  private void maven(List<Mount> mounts, Map<String, String> environment) {
    var repository = repository();
    if (Files.isDirectory(repository) && !repository.toString().contains(" ")) {
      mounts.add(Mount.readOnly(repository));
      environment.put("MAVEN_ARGS", "-Dmaven.repo.local.tail=" + repository);
    }
  }

  private void npm(List<Mount> mounts, Map<String, String> environment) {
    if (NPM_CONTENT.stream().allMatch(name -> Files.isDirectory(content().resolve(name)))) {
      NPM_CONTENT.forEach(name ->
          mounts.add(
              new Mount.ReadOnly(content().resolve(name), NPM.resolve("_cacache").resolve(name))));
      environment.put("npm_config_cache", NPM.toString());
    }
  }

  /// Where it is not told, it looks for a place on the disk of the project, which is the worktree.
  private void pnpm(List<Mount> mounts, Map<String, String> environment) {
    var stores = stores();
    stores.forEach(content ->
        mounts.add(new Mount.ReadOnly(content, PNPM.resolve(store().relativize(content)))));
    if (!stores.isEmpty()) {
      environment.putAll(storedIn(PNPM));
    }
  }

  private static Map<String, String> storedIn(Path store) {
    return Map.of(
        "npm_config_store_dir", store.toString(), "pnpm_config_store_dir", store.toString());
  }

  /// Wheels that the user built stay out: pip fails where it cannot put its own beside them.
  private void pip(List<Mount> mounts, Map<String, String> environment) {
    var content = pipContent();
    content.forEach(
        name -> mounts.add(new Mount.ReadOnly(pipCache().resolve(name), PIP.resolve(name))));
    if (!content.isEmpty()) {
      environment.put("PIP_CACHE_DIR", PIP.toString());
    }
  }

  private void cargo(List<Mount> mounts, Map<String, String> environment) {
    if (hasCrates()) {
      CARGO_CONTENT.forEach(name ->
          mounts.add(
              new Mount.ReadOnly(crates().resolve(name), CARGO.resolve("registry").resolve(name))));
      environment.put("CARGO_HOME", CARGO.toString());
    }
  }

  /// Its lock and its clean-up notes stay out: a cache that is only read has none.
  private void gradle(List<Mount> mounts, Map<String, String> environment) {
    var content = gradleContent();
    content.forEach(name ->
        mounts.add(
            new Mount.ReadOnly(
                gradleCache().resolve(name), GRADLE.resolve("modules-2").resolve(name))));
    if (!content.isEmpty()) {
      environment.put("GRADLE_RO_DEP_CACHE", GRADLE.toString());
    }
  }

  /// What go unpacks could not be removed again by its own user, unless it is told otherwise.
  private void go(List<Mount> mounts, Map<String, String> environment) {
    if (goes()) {
      mounts.add(Mount.readOnly(modules()));
      environment.put("GOPROXY", "file://" + modules() + ",https://proxy.golang.org,direct");
      environment.put("GOFLAGS", "-modcacherw");
    }
  }

  private List<String> gradleContent() {
    if (!Files.isDirectory(gradleCache())) {
      return List.of();
    }
    try (var children = Files.list(gradleCache())) {
      return children
          .filter(Files::isDirectory)
          .map(child -> String.valueOf(child.getFileName()))
          .filter(name -> name.matches(GRADLE_CONTENT))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private List<String> pipContent() {
    return PIP_CONTENT.stream()
        .filter(name -> Files.isDirectory(pipCache().resolve(name)))
        .toList();
  }

  /// The content of each version of pnpm's store.
  private List<Path> stores() {
    if (!Files.isDirectory(store())) {
      return List.of();
    }
    try (var versions = Files.list(store())) {
      return versions
          .filter(version -> String.valueOf(version.getFileName()).matches("v[0-9]+"))
          .flatMap(version -> PNPM_CONTENT.stream().map(version::resolve))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private boolean hasCrates() {
    return CARGO_CONTENT.stream().allMatch(name -> Files.isDirectory(crates().resolve(name)));
  }

  /// Go's proxies are divided by commas and bars.
  private boolean goes() {
    return Files.isDirectory(modules()) && modules().toString().matches("[^,| %]+");
  }

  private Path store() {
    return user.resolve(".local/share/pnpm/store");
  }

  private Path pipCache() {
    return user.resolve(".cache/pip");
  }

  private Path crates() {
    return user.resolve(".cargo/registry");
  }

  private Path gradleCache() {
    return user.resolve(".gradle/caches/modules-2");
  }

  private Path modules() {
    return user.resolve("go/pkg/mod/cache/download");
  }

  private Path repository() {
    return user.resolve(".m2/repository");
  }

  private Path content() {
    return user.resolve(".npm/_cacache");
  }
}
