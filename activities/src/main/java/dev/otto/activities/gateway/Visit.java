package dev.otto.activities.gateway;

import dev.otto.activities.agent.ModelAddress;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call's permission to ask its model. It ends with the call, and what is still on its way then
/// is broken off.
public final class Visit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

  private final Upstream service;
  private final ModelAddress address;
  private final Bound bound;
  private final int mostTurns;
  private final Runnable leave;
  private final Set<InputStream> answers = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Wire> wire = new AtomicReference<>(Wire.SILENT);
  private volatile boolean over;
  private volatile Runnable heard = () -> {};

  Visit(Upstream service, ModelAddress address, int mostTurns, Bound bound, Runnable leave) {
    this.service = service;
    this.address = address;
    this.mostTurns = mostTurns;
    this.bound = bound;
    this.leave = leave;
  }

  /// Where the gateway is on this host, and the token that opens it.
  public ModelAddress address() {
    return address;
  }

  /// Has this told whenever a piece of an answer passes.
  public void tells(Runnable whenever) {
    heard = whenever;
  }

  /// What has passed so far.
  public Wire wire() {
    return wire.get();
  }

  Upstream service() {
    return service;
  }

  void passed() {
    heard.run();
  }

  /// Why this question is not passed on: its model has taken as many turns as one call may have, or
  /// its bound is reached. Then it is noted.
  Optional<Wire.Own> refusal() {
    var why = why();
    why.ifPresent(own -> wire.updateAndGet(known -> known.refused(Wire.Refused.by(own))));
    return why;
  }

  private Optional<Wire.Own> why() {
    if (wire.get().thoughts() >= mostTurns) {
      return Optional.of(new Wire.Own.Turns(mostTurns));
    }
    return bound.usedUp() ? Optional.of(new Wire.Own.Share()) : Optional.empty();
  }

  void asked() {
    wire.updateAndGet(Wire::asked);
  }

  void thinking() {
    wire.updateAndGet(Wire::thinking);
  }

  void refused(Wire.Refused refusal) {
    wire.updateAndGet(known -> known.refused(refusal));
  }

  void used(Tokens tokens) {
    if (tokens.any()) {
      bound.passed(wire.updateAndGet(known -> known.used(tokens)));
    }
  }

  /// So much an answer has used that is still under way. Its agent may ask its next question as
  /// soon as it has heard that.
  void using(Tokens tokens) {
    bound.passed(wire.get().used(tokens));
  }

  /// Holds the answer as long as it is under way.
  void begins(InputStream answer) throws IOException {
    answers.add(answer);
    if (over) {
      answer.close();
    }
  }

  void ends(InputStream answer) {
    answers.remove(answer);
  }

  @Override
  public void close() {
    over = true;
    leave.run();
    answers.forEach(Visit::breakOff);
  }

  private static void breakOff(InputStream answer) {
    try {
      answer.close();
    } catch (IOException trouble) {
      LOG.debug("answer not broken off: {}", trouble.toString());
    }
  }
}
