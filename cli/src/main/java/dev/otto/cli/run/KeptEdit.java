package dev.otto.cli.run;

import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import java.nio.file.Path;

/// A spec that a person wrote was refused; what they wrote is kept.
record KeptEdit(Refusal why, RunId run, Path file) implements Refusal {
  @Override
  public String code() {
    return why.code();
  }

  @Override
  public String sentence() {
    return why.sentence();
  }

  @Override
  public String nextStep() {
    return "What you wrote is kept: correct it and type `otto edit %s --file %s`."
        .formatted(run, file);
  }

  @Override
  public Kind kind() {
    return why.kind();
  }
}
