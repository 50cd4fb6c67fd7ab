package dev.otto.cli.http;

import java.io.IOException;

/// The server gave no answer: nobody listens, or the connection broke.
public final class Unreachable extends IOException {
  private static final long serialVersionUID = 1L;

  Unreachable(IOException cause) {
    super(cause);
  }
}
