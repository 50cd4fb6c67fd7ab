package dev.otto.api.problem;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// The name of one request, in its answer and in the log.
public final class RequestId {
  /// The attribute of a request under which it is kept.
  public static final String ATTRIBUTE = "otto.request";

  /// The header of the answer that tells it.
  public static final String HEADER = "Otto-Request";

  private RequestId() {}

  public static String fresh() {
    return HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextLong());
  }
}
