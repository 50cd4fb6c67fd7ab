package dev.otto.activities.agent.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.activities.agent.model.Turn.Step;
import dev.otto.activities.agent.protocol.Tree;
import java.io.IOException;

/// The stream of `/v1/responses`.
final class ResponsesDialect implements Dialect {
  private final ServerSentEvents events;
  private final String id;
  private final String model;
  private final ArrayNode output = Tree.object().putArray("output");
  private long sequence;
  private Spent spent = Spent.NOTHING;

  ResponsesDialect(ServerSentEvents events, String id, String model) {
    this.events = events;
    this.id = id;
    this.model = model;
  }

  @Override
  public void begin(Spent used) throws IOException {
    spent = used;
    send("response.created", "response", response("in_progress"));
  }

  @Override
  public void says(String text) throws IOException {
    var open = item("message").put("role", "assistant").put("status", "in_progress");
    open.putArray("content");
    added(open);
    var delta = Tree.object().put("item_id", open.path("id").textValue()).put("delta", text);
    events.send(
        "response.output_text.delta",
        delta
            .put("output_index", output.size())
            .put("content_index", 0)
            .put("sequence_number", sequence++));
    var done = open.deepCopy().put("status", "completed");
    done.putArray("content")
        .addObject()
        .put("type", "output_text")
        .put("text", text)
        .putArray("annotations");
    done(done);
  }

  @Override
  public void thinks(String text) throws IOException {
    var item = item("reasoning");
    item.putArray("summary").addObject().put("type", "summary_text").put("text", text);
    added(item);
    done(item);
  }

  @Override
  public void uses(Step.Uses use) throws IOException {
    var item = item(use.input().isTextual() ? "custom_tool_call" : "function_call");
    item.put("call_id", use.id().orElse("call_%s_%d".formatted(id, output.size())))
        .put("name", use.tool())
        .put("status", "completed");
    if (use.input().isTextual()) {
      item.put("input", use.input().textValue());
    } else {
      item.put("arguments", Tree.line(use.input()));
    }
    added(item);
    done(item);
  }

  @Override
  public void errs(Step.Errs error) throws IOException {
    var response = response("failed");
    response.putObject("error").put("code", error.code()).put("message", error.message());
    send("response.failed", "response", response);
  }

  @Override
  public void end(boolean ranOut) throws IOException {
    var response = response(ranOut ? "incomplete" : "completed");
    if (ranOut) {
      response.putObject("incomplete_details").put("reason", "max_output_tokens");
    }
    response.set("usage", usage());
    send(ranOut ? "response.incomplete" : "response.completed", "response", response);
  }

  private ObjectNode item(String type) {
    return Tree.object().put("type", type).put("id", "item_%s_%d".formatted(id, output.size()));
  }

  private void added(ObjectNode item) throws IOException {
    send("response.output_item.added", "item", item);
  }

  private void done(ObjectNode item) throws IOException {
    send("response.output_item.done", "item", item);
    output.add(item);
  }

  private ObjectNode response(String status) {
    var response =
        Tree.object()
            .put("id", "resp_" + id)
            .put("object", "response")
            .put("status", status)
            .put("model", model);
    response.set("output", output.deepCopy());
    return response;
  }

  private ObjectNode usage() {
    var read = spent.read() + spent.cached();
    var usage = Tree.object().put("input_tokens", read);
    usage.putObject("input_tokens_details").put("cached_tokens", spent.cached());
    usage.put("output_tokens", spent.written());
    usage.putObject("output_tokens_details").put("reasoning_tokens", 0);
    return usage.put("total_tokens", read + spent.written());
  }

  private void send(String type, String name, ObjectNode part) throws IOException {
    var event = Tree.object();
    event.set(name, part);
    events.send(type, event.put("output_index", output.size()).put("sequence_number", sequence++));
  }
}
