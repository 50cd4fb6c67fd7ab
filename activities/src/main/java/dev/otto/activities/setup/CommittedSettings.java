package dev.otto.activities.setup;

import dev.otto.activities.git.Clone;
import dev.otto.activities.host.Host;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.TreeId;
import dev.otto.model.run.Run;
import dev.otto.model.settings.file.FileKind;
import dev.otto.model.settings.file.Written;

/// The project's own settings as a commit has them.
public record CommittedSettings(Clone repository, TreeId tree) {
  private static final String CALLED = "otto.yaml of the base commit";

  /// What those of the base of this run say.
  ///
  /// @throws Refused with a [SetupRefusal]
  static Written of(Host host, Run run) {
    var clone = host.clone(run);
    return new CommittedSettings(clone, clone.tree(run.base().orElseThrow())).written();
  }

  /// What they say; a commit without them says nothing.
  ///
  /// @throws Refused with a [SetupRefusal]
  public Written written() {
    return repository
        .trees()
        .file(tree, FileKind.PROJECT.file())
        .map(CommittedSettings::read)
        .orElseGet(() -> Written.nothing(FileKind.PROJECT));
  }

  static Written read(byte[] bytes) {
    try {
      return Written.of(FileKind.PROJECT, CALLED, bytes);
    } catch (Refused refused) {
      throw new SetupRefusal.Unusable(refused.refusal().sentence()).refused();
    }
  }
}
