package dev.otto.standalone.home;

import dev.otto.model.Refusal.Refused;
import java.nio.file.Path;
import java.util.Map;

/// Where things lie that can be made again and that all homes of a user share.
public record Cache(Path folder) {
  /// `$XDG_CACHE_HOME/otto`, else `~/.cache/otto`; a folder of the home where neither can be
  /// written.
  public static Cache of(Map<String, String> environment, Home home) {
    try {
      return new Cache(PrivateFolder.at(shared(environment)));
    } catch (Refused _) {
      return new Cache(PrivateFolder.at(home.folder().resolve("cache")));
    }
  }

  private static Path shared(Map<String, String> environment) {
    var named = environment.getOrDefault("XDG_CACHE_HOME", "");
    var caches =
        named.startsWith("/") ? Path.of(named) : Home.userFolder(environment).resolve(".cache");
    return caches.resolve("otto");
  }
}
