package dev.otto.workflows.payload;

import com.google.protobuf.ByteString;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunRefusal;
import dev.otto.workflows.run.RunWorkflow;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.PayloadConverter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Packs the one big argument, the start of a run: JSON, compressed, at most 1 MB.
final class StartConverter implements PayloadConverter {
  private static final String ENCODING = "otto/start";
  private static final int LIMIT = 1024 * 1024;

  static boolean packed(Payload payload) {
    return ENCODING.equals(encoding(payload));
  }

  @Override
  public String getEncodingType() {
    return ENCODING;
  }

  @Override
  public Optional<Payload> toData(Object value) throws DataConverterException {
    return value instanceof RunWorkflow.Start start ? Optional.of(pack(start)) : Optional.empty();
  }

  @Override
  public <T> T fromData(Payload content, Class<T> valueClass, Type valueType)
      throws DataConverterException {
    return Json.value(unpacked(content), valueClass);
  }

  private static Payload pack(RunWorkflow.Start start) {
    var bytes = zipped(Json.text(start));
    if (bytes.length > LIMIT) {
      throw new RunRefusal.TooBig(start.run().id(), bytes.length, LIMIT).refused();
    }
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8(ENCODING))
        .setData(ByteString.copyFrom(bytes))
        .build();
  }

  private static byte[] zipped(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String unpacked(Payload payload) {
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(payload.getData().toByteArray()))) {
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static String encoding(Payload payload) {
    var encoding = payload.getMetadataMap().get("encoding");
    return encoding == null ? "" : encoding.toStringUtf8();
  }
}
