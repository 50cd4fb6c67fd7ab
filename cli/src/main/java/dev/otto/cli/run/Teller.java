package dev.otto.cli.run;

import dev.otto.model.run.RunNews;
import dev.otto.model.run.RunView;

/// Tells a person how a run goes.
interface Teller extends AutoCloseable {
  /// The run as it stands now.
  void stands(RunView run);

  void happened(RunNews news);

  /// Nothing happened for a second.
  void ticked();

  /// The connection to the server is lost.
  void away();

  /// It is there again.
  void back();

  /// Leaves the terminal in order. Nothing is told after it.
  @Override
  void close();
}
