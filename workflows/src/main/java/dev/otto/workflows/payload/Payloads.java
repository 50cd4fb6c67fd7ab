package dev.otto.workflows.payload;

import dev.otto.model.json.Json;
import io.temporal.common.converter.ByteArrayPayloadConverter;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.converter.NullPayloadConverter;
import java.util.List;

/// The one data converter of all clients and workers.
public final class Payloads {
  private Payloads() {}

  /// A converter that packs the start of a run and guards the size of everything else.
  public static DataConverter converter() {
    return new CodecDataConverter(
        new DefaultDataConverter(
            new NullPayloadConverter(),
            new ByteArrayPayloadConverter(),
            new StartConverter(),
            new JacksonJsonPayloadConverter(Json.own())),
        List.of(new SizeGuard()));
  }
}
