package dev.otto.activities.agent.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.activities.agent.protocol.Tree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A stream of events as a service writes it; the type stands in the event and before it.
record ServerSentEvents(OutputStream out) {
  void send(String type, ObjectNode event) throws IOException {
    event.put("type", type);
    var text = "event: %s\ndata: %s\n\n".formatted(type, Tree.line(event));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
