package dev.otto.api.record;

import dev.otto.api.part.Store;
import dev.otto.api.run.RunNames;
import dev.otto.model.Contents;
import dev.otto.model.GroupId;
import dev.otto.model.run.MessageView;
import dev.otto.model.run.RunEvent;
import dev.otto.store.run.Events;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What people said to the agents of a run, and whether it was heard.
@Path("runs/{run}/messages")
@Produces(MediaType.APPLICATION_JSON)
public final class MessagesResource {
  private final Store store;
  private final RunNames names;
  private final Contents contents;

  public MessagesResource(Store store, RunNames names, Contents contents) {
    this.store = store;
    this.names = names;
    this.contents = contents;
  }

  @GET
  public MessageView.Page messages(@PathParam("run") String name) {
    var run = names.named(name).value();
    var messages = new ArrayList<MessageView>();
    for (var row : store.ask(Events.class, events -> events.ofMessages(run))) {
      if (row.body() instanceof RunEvent.Said said) {
        messages.add(unheard(said, row));
      } else if (row.body() instanceof RunEvent.Heard heard) {
        hear(messages, heard, row);
      }
    }
    return new MessageView.Page(messages);
  }

  private MessageView unheard(RunEvent.Said said, Events.Row row) {
    return new MessageView(
        said.by(),
        said.group(),
        contents.text(said.text()),
        said.now(),
        row.at(),
        Optional.empty());
  }

  /// Each is heard once, the oldest first. What was said without a name was to who heard it.
  private void hear(List<MessageView> messages, RunEvent.Heard heard, Events.Row row) {
    for (var digest : heard.texts()) {
      var text = contents.text(digest);
      IntStream.range(0, messages.size())
          .filter(at -> meant(messages.get(at), heard.group(), text))
          .findFirst()
          .ifPresent(at -> messages.set(at, heard(messages.get(at), heard.group(), row)));
    }
  }

  private static boolean meant(MessageView one, Optional<GroupId> group, String text) {
    return one.heardAt().isEmpty()
        && one.text().equals(text)
        && (one.group().isEmpty() || one.group().equals(group));
  }

  private static MessageView heard(MessageView one, Optional<GroupId> group, Events.Row row) {
    return new MessageView(one.by(), group, one.text(), one.now(), one.at(), Optional.of(row.at()));
  }
}
