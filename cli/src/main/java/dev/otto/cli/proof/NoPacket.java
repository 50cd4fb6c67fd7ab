package dev.otto.cli.proof;

import dev.otto.model.Refusal;
import java.nio.file.Path;

/// There is no packet in that folder from which a page could be written.
record NoPacket(Path folder, String why) implements Refusal {
  @Override
  public String code() {
    return "no-packet";
  }

  @Override
  public String sentence() {
    return "The packet in %s %s.".formatted(folder, why);
  }

  @Override
  public String nextStep() {
    return "See what is wrong with it with `otto proof verify`.";
  }

  @Override
  public Kind kind() {
    return Kind.INVALID;
  }
}
