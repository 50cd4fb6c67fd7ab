package dev.otto.activities.process.cell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The packages that a user of this host has fetched before: what runs in a Cell finds them there,
/// cannot change them, and puts its own beside them.
///
/// Maven (3.9 and later) reads a second repository behind its own. npm gets a cache of its own
/// whose content is the user's. Others start with an empty cache.
///
/// @param user the user's home
public record PackageCaches(Path user) {
  private static final Path NPM = Path.of("/tmp/npm");
  private static final List<String> NPM_CONTENT = List.of("content-v2", "index-v5");

  /// Those of the user whose Otto this is.
  public static PackageCaches own() {
    return new PackageCaches(Path.of(System.getProperty("user.home")));
  }

  /// The plan with them. Without a wall around files there is no place to put npm's.
  public CellPlan in(CellPlan plan, Walls walls) {
    var mounts = new ArrayList<Mount>();
    var environment = new HashMap<String, String>();
    maven(mounts, environment);
    if (walls.files()) {
      npm(mounts, environment);
    }
    return plan.with(mounts).withEnvironment(environment);
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

  private Path repository() {
    return user.resolve(".m2/repository");
  }

  private Path content() {
    return user.resolve(".npm/_cacache");
  }
}
