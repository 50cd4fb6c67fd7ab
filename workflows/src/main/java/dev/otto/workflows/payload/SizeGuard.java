package dev.otto.workflows.payload;

import io.temporal.api.common.v1.Payload;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.codec.PayloadCodec;
import java.util.List;

/// Refuses payloads above 32 kB: what is bigger travels as a digest. The refusal is a failure that
/// no engine retries.
final class SizeGuard implements PayloadCodec {
  /// Failure type of a refused payload.
  static final String TOO_BIG = "PayloadTooBig";

  private static final int LIMIT = 32 * 1024;

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    payloads.forEach(SizeGuard::guard);
    return payloads;
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads;
  }

  private static void guard(Payload payload) {
    var size = payload.getData().size();
    if (size > LIMIT && !StartConverter.packed(payload)) {
      throw ApplicationFailure.newNonRetryableFailure(
          "a payload of %d bytes is above %d: it must travel as a digest".formatted(size, LIMIT),
          TOO_BIG);
    }
  }
}
