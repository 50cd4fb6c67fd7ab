package dev.otto.activities.git;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Git on a user's checkout, with the filters that its configuration names switched off: looking
/// runs no program.
record UserGit(Git git) {
  UserGit(Git git, UserRepository user) {
    this(withoutFilters(git.on(user.gitDirectory(), user.top())));
  }

  /// How many files are not as in the commit, untracked ones included.
  int uncommitted() {
    return git.run(
            "status",
            "--porcelain",
            "-z",
            "--no-renames",
            "--untracked-files=all",
            "--ignore-submodules=all")
        .names()
        .size();
  }

  private static Git withoutFilters(Git git) {
    var quiet = git;
    var count = 0;
    for (var filter : filters(git)) {
      for (var part : List.of("clean=", "smudge=", "process=", "required=false")) {
        var words = part.split("=", 2);
        quiet =
            quiet
                .variable("GIT_CONFIG_KEY_" + count, "filter.%s.%s".formatted(filter, words[0]))
                .variable("GIT_CONFIG_VALUE_" + count, words[1]);
        count++;
      }
    }
    return quiet.variable("GIT_CONFIG_COUNT", Integer.toString(count));
  }

  private static Set<String> filters(Git git) {
    var filters = new LinkedHashSet<String>();
    for (var key : git.run("config", "--list", "--name-only", "-z").names()) {
      if (key.startsWith("filter.") && key.lastIndexOf('.') > "filter.".length()) {
        filters.add(key.substring("filter.".length(), key.lastIndexOf('.')));
      }
    }
    return filters;
  }
}
