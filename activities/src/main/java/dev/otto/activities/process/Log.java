package dev.otto.activities.process;

import dev.otto.model.Digest;
import java.nio.file.Path;

/// One stream of output as it was kept: the file, its digest and length, and how many bytes were
/// cut from its middle.
public record Log(Path file, Digest digest, long length, long cut) {
  public boolean whole() {
    return cut == 0;
  }
}
