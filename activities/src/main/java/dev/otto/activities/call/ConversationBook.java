package dev.otto.activities.call;

import dev.otto.activities.agent.AgentEvent.Total;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.provider.Agent;
import dev.otto.model.Lease;
import dev.otto.model.call.Answer;
import dev.otto.model.call.CallEvent;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.Stage;
import dev.otto.store.call.Conversations;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is written down of the conversation of one provider at one desk, so that the next call
/// there goes on with it, in whatever home and on whatever host.
record ConversationBook(Jdbi jdbi, Lease lease, String desk, Agent agent, Path home) {
  /// Failures after which an agent can do better with what it knows.
  private static final Set<ErrorKind> CAN_GO_ON = Set.of(ErrorKind.LIMIT, ErrorKind.SCHEMA);

  private static final Logger LOG = LoggerFactory.getLogger(ConversationBook.class);

  /// The conversation with which the call goes on, and what that had used: the one of its last try,
  /// or else the newest of the desk, laid into the home. Without one it begins anew.
  AgentTrace goesOn(CallOrder order, AgentTrace last) {
    if (last.conversation().flatMap(this::file).isPresent()) {
      return last.next();
    }
    return agent.adapter().memories(home).isEmpty()
        ? AgentTrace.EMPTY
        : kept().filter(row -> fits(row, order)).flatMap(this::laid).orElse(AgentTrace.EMPTY);
  }

  /// The conversation as a call has left it, without these secrets; nothing if it has none, or one
  /// that is too long to be kept.
  Optional<KeptMemory> left(AgentTrace trace, Set<String> secrets) {
    return trace.conversation().flatMap(this::file).flatMap(file -> KeptMemory.of(file, secrets));
  }

  /// Notes that conversation when the call came to this. One that an agent could do nothing with is
  /// not continued.
  void heard(
      Handle handle,
      CallOrder order,
      CallEvent event,
      AgentTrace trace,
      Optional<KeptMemory> left) {
    var rows = handle.attach(Conversations.class);
    if (left.isEmpty() || givenUp(event)) {
      rows.forget(run(), desk, provider());
      return;
    }
    var kept = left.get();
    var total = trace.total();
    rows.keep(
        run(),
        lease.epoch(),
        desk,
        provider(),
        trace.conversation().orElseThrow(),
        order.id().first().value(),
        home.relativize(kept.file()).toString(),
        total.input(),
        total.cached(),
        total.output(),
        kept.packed());
  }

  private static boolean givenUp(CallEvent event) {
    return switch (event) {
      case CallEvent.Answered(_, Answer.Failed(var kind, _), _) ->
          ErrorKind.named(kind).filter(CAN_GO_ON::contains).isEmpty();
      case CallEvent.Lost(var order, var loss, _, _) -> order.after(loss).isEmpty();
      case CallEvent.Answered _,
          CallEvent.Ordered _,
          CallEvent.NeedsPerson _,
          CallEvent.Limited _,
          CallEvent.GoesOn _,
          CallEvent.Reserved _,
          CallEvent.SetAside _,
          CallEvent.Moved _ ->
          false;
    };
  }

  /// Who judges a product does so without a memory of it.
  private static boolean fits(Conversations.Row row, CallOrder order) {
    return order.stage() != Stage.AUDIT || row.call().equals(order.id().first().value());
  }

  private Optional<AgentTrace> laid(Conversations.Row row) {
    return ask(rows -> rows.memory(run(), desk, provider()))
        .map(KeptMemory::unpacked)
        .map(memory -> laid(row, memory));
  }

  private AgentTrace laid(Conversations.Row row, byte[] memory) {
    new HomeFiles(home).lay(row.place(), memory);
    LOG.info(
        "conversation laid out: run={} desk={} provider={} name={}",
        row.run(),
        row.desk(),
        row.provider(),
        row.name());
    return AgentTrace.goingOn(
        row.name(), new Total(row.inputTokens(), row.cachedTokens(), row.outputTokens()));
  }

  private Optional<Conversations.Row> kept() {
    return ask(rows -> rows.at(run(), desk, provider()));
  }

  private <T> T ask(Function<Conversations, T> question) {
    return jdbi.withExtension(Conversations.class, question::apply);
  }

  private Optional<Path> file(String conversation) {
    return agent
        .adapter()
        .memories(home)
        .flatMap(folder -> new Memories(home, folder).file(conversation));
  }

  private String run() {
    return lease.run().value();
  }

  private String provider() {
    return agent.adapter().provider();
  }
}
