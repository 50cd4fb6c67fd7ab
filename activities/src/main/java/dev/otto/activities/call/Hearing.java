package dev.otto.activities.call;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.AgentEvent;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.process.Line;
import dev.otto.activities.process.LineListener;
import dev.otto.model.call.CallOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to the agent of a call: keeps what it said in Otto's words, and what follows from it.
final class Hearing implements LineListener {
  private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

  private final CallOrder order;
  private final AgentAdapter adapter;
  private final Spoken spoken;
  private final Allowance allowance;
  private volatile AgentTrace trace;

  /// Whose agent goes on from this trace.
  Hearing(
      CallOrder order, AgentAdapter adapter, Spoken spoken, Allowance allowance, AgentTrace trace) {
    this.order = order;
    this.adapter = adapter;
    this.spoken = spoken;
    this.allowance = allowance;
    this.trace = trace;
  }

  @Override
  public void line(Line line) {
    adapter.parse(line.text()).forEach(this::heard);
    if (trace.finished().isEmpty()) {
      allowance.used(trace.used());
    }
  }

  /// What is known of the call so far.
  AgentTrace trace() {
    return trace;
  }

  private void heard(AgentEvent event) {
    spoken.note(event);
    trace = trace.after(event);
    if (event instanceof AgentEvent.Warning(var sentence)) {
      LOG.info("agent said something odd: call={} what={}", order.id(), sentence);
    }
  }
}
