package dev.otto.activities.agent.model;

import dev.otto.activities.agent.model.Turn.Step;
import java.io.IOException;

/// How one provider's stream words what a model does.
interface Dialect {
  /// That of `/v1/messages`.
  Maker MESSAGES = MessagesDialect::new;

  /// That of `/v1/responses`.
  Maker RESPONSES = ResponsesDialect::new;

  /// Begins an answer in a dialect.
  interface Maker {
    Dialect make(ServerSentEvents events, String id, String model);
  }

  /// The beginning of an answer that will have used so much.
  void begin(Spent spent) throws IOException;

  void says(String text) throws IOException;

  void thinks(String text) throws IOException;

  void uses(Step.Uses use) throws IOException;

  void errs(Step.Errs error) throws IOException;

  /// The end of the answer; cut short, where it may say no more.
  void end(boolean ranOut) throws IOException;
}
