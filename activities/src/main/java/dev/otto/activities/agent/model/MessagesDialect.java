package dev.otto.activities.agent.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.activities.agent.model.Turn.Step;
import dev.otto.activities.agent.protocol.Tree;
import java.io.IOException;

/// The stream of `/v1/messages`.
final class MessagesDialect implements Dialect {
  private final ServerSentEvents events;
  private final String id;
  private final String model;
  private int block;
  private boolean usedTools;
  private Spent spent = Spent.NOTHING;

  MessagesDialect(ServerSentEvents events, String id, String model) {
    this.events = events;
    this.id = id;
    this.model = model;
  }

  @Override
  public void begin(Spent used) throws IOException {
    spent = used;
    var message =
        Tree.object()
            .put("id", "msg_" + id)
            .put("type", "message")
            .put("role", "assistant")
            .put("model", model)
            .putNull("stop_reason")
            .putNull("stop_sequence");
    message.putArray("content");
    message.set("usage", usage(Math.min(1, spent.written())));
    events.send("message_start", with("message", message));
  }

  @Override
  public void says(String text) throws IOException {
    block(
        Tree.object().put("type", "text").put("text", ""),
        Tree.object().put("type", "text_delta").put("text", text));
  }

  @Override
  public void thinks(String text) throws IOException {
    block(
        Tree.object().put("type", "thinking").put("thinking", "").put("signature", ""),
        Tree.object().put("type", "thinking_delta").put("thinking", text));
  }

  @Override
  public void uses(Step.Uses use) throws IOException {
    usedTools = true;
    var start =
        Tree.object()
            .put("type", "tool_use")
            .put("id", use.id().orElse("toolu_%s_%d".formatted(id, block)))
            .put("name", use.tool());
    start.putObject("input");
    block(
        start,
        Tree.object().put("type", "input_json_delta").put("partial_json", Tree.line(use.input())));
  }

  @Override
  public void errs(Step.Errs error) throws IOException {
    events.send(
        "error",
        with("error", Tree.object().put("type", error.code()).put("message", error.message())));
  }

  @Override
  public void end(boolean ranOut) throws IOException {
    var why = usedTools ? "tool_use" : "end_turn";
    var delta =
        Tree.object().put("stop_reason", ranOut ? "max_tokens" : why).putNull("stop_sequence");
    var event = with("delta", delta);
    event.set("usage", usage(spent.written()));
    events.send("message_delta", event);
    events.send("message_stop", Tree.object());
  }

  private void block(ObjectNode start, ObjectNode delta) throws IOException {
    events.send("content_block_start", with("content_block", start).put("index", block));
    events.send("content_block_delta", with("delta", delta).put("index", block));
    events.send("content_block_stop", Tree.object().put("index", block));
    block++;
  }

  private ObjectNode usage(long written) {
    return Tree.object()
        .put("input_tokens", spent.read())
        .put("cache_creation_input_tokens", 0)
        .put("cache_read_input_tokens", spent.cached())
        .put("output_tokens", written);
  }

  private static ObjectNode with(String name, ObjectNode part) {
    var event = Tree.object();
    event.set(name, part);
    return event;
  }
}
