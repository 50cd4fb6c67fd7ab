package dev.otto.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.cli.http.EventStream.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Server-sent events as they come over the wire.
class EventStreamTest {
  @Test
  void events_are_read_one_by_one() throws IOException {
    var stream =
        stream(
            """
            retry: 1000
            :comment
            event: hello
            data: {"a":1}

            id: 7
            data:first
            data: second

            event: cut
            data: never sent
            """);

    assertThat(stream.next()).contains(new Message("hello", "{\"a\":1}"));
    assertThat(stream.next()).contains(new Message("message", "first\nsecond"));
    assertThat(stream.next()).as("what was cut off is no event").isEmpty();
  }

  @Test
  void an_event_without_data_is_none() throws IOException {
    var stream = stream("event: empty\n\ndata: x\n\n");

    assertThat(stream.next()).contains(new Message("message", "x"));
  }

  private static EventStream stream(String text) {
    return new EventStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
