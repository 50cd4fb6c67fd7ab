package dev.otto.activities.git;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything that Otto's git is given: an environment of its own and the flags that switch off
/// whatever a repository could make it run. Nothing is inherited.
final class GitEnvironment {
  static final String AUTHOR = "Otto";
  static final String ADDRESS = "otto@localhost";
  private static final List<String> SETTINGS =
      List.of(
          "core.hooksPath=/dev/null",
          "core.fsmonitor=false",
          "core.attributesFile=/dev/null",
          "core.excludesFile=/dev/null",
          "core.pager=cat",
          "core.editor=/bin/false",
          "core.sshCommand=/bin/false",
          "core.askPass=/bin/false",
          "credential.helper=",
          "diff.external=",
          "submodule.recurse=false",
          "fetch.recurseSubmodules=false",
          "diff.ignoreSubmodules=all",
          "commit.gpgSign=false",
          "tag.gpgSign=false",
          "log.showSignature=false",
          "gpg.program=/bin/false",
          "gc.auto=0",
          "maintenance.auto=false",
          "protocol.allow=never",
          "protocol.file.allow=always",
          "core.protectNTFS=true",
          "core.protectHFS=true",
          "core.untrackedCache=false",
          "core.alternateRefsCommand=/bin/true",
          "core.filesRefLockTimeout=10000",
          "advice.detachedHead=false");

  /// The flags before the command: `-c` for every setting.
  static final List<String> FLAGS =
      SETTINGS.stream().flatMap(setting -> List.of("-c", setting).stream()).toList();

  private GitEnvironment() {}

  /// The environment of one command. What it commits is Otto's, at this moment.
  static Map<String, String> of(Path configuration, Instant moment) {
    var environment = new HashMap<>(FIXED);
    environment.put("GIT_CONFIG_GLOBAL", configuration.toString());
    environment.put("GIT_AUTHOR_DATE", date(moment));
    environment.put("GIT_COMMITTER_DATE", date(moment));
    return environment;
  }

  /// A moment as git writes it, in UTC.
  static String date(Instant moment) {
    return "@%d +0000".formatted(moment.getEpochSecond());
  }

  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("PATH", "/usr/bin:/bin"),
          Map.entry("HOME", "/nonexistent"),
          Map.entry("LANG", "C.UTF-8"),
          Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
          Map.entry("GIT_ATTR_NOSYSTEM", "1"),
          Map.entry("GIT_TERMINAL_PROMPT", "0"),
          Map.entry("GIT_OPTIONAL_LOCKS", "0"),
          Map.entry("GIT_ASKPASS", "/bin/false"),
          Map.entry("SSH_ASKPASS", "/bin/false"),
          Map.entry("GIT_SSH_COMMAND", "/bin/false"),
          Map.entry("GIT_ALLOW_PROTOCOL", "file"),
          Map.entry("GIT_NO_LAZY_FETCH", "1"),
          Map.entry("GIT_NO_REPLACE_OBJECTS", "1"),
          Map.entry("GIT_PAGER", "cat"),
          Map.entry("GIT_EDITOR", "/bin/false"),
          Map.entry("GIT_SEQUENCE_EDITOR", "/bin/false"),
          Map.entry("GIT_LITERAL_PATHSPECS", "1"),
          Map.entry("GIT_AUTHOR_NAME", AUTHOR),
          Map.entry("GIT_AUTHOR_EMAIL", ADDRESS),
          Map.entry("GIT_COMMITTER_NAME", AUTHOR),
          Map.entry("GIT_COMMITTER_EMAIL", ADDRESS));
}
