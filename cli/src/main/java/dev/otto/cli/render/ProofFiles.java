package dev.otto.cli.render;

import java.nio.file.Path;

/// The files of a proof packet in its folder.
public final class ProofFiles {
  private ProofFiles() {}

  public static String page(String folder) {
    return Path.of(folder).resolve("proof-packet.html").toString();
  }
}
