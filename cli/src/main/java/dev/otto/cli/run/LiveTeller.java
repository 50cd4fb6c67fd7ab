package dev.otto.cli.run;

import dev.otto.cli.render.EventWords;
import dev.otto.cli.render.Frame;
import dev.otto.cli.render.Line;
import dev.otto.cli.render.Paint;
import dev.otto.cli.render.Story;
import dev.otto.cli.shell.Output;
import dev.otto.cli.shell.Size;
import dev.otto.model.run.RunNews;
import dev.otto.model.run.RunView;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;

/// Tells a run on a terminal: a few lines that are drawn anew whenever something changes.
final class LiveTeller implements Teller {
  private final Output output;
  private final InstantSource clock;
  private final EventWords words;
  private final Screen screen;
  private RunView run;
  private Story story = Story.NONE;
  private Optional<String> notice = Optional.empty();

  LiveTeller(RunView run, Output output, InstantSource clock) {
    this.run = run;
    this.output = output;
    this.clock = clock;
    this.words = new EventWords(run.run(), ZoneId.systemDefault());
    this.screen = new Screen(output);
  }

  @Override
  public void stands(RunView now) {
    run = now;
    draw();
  }

  /// Is not drawn at once: what a burst of news came to is drawn when the run was looked at.
  @Override
  public void happened(RunNews news) {
    story = story.after(news, words);
  }

  @Override
  public void ticked() {
    draw();
  }

  @Override
  public void away() {
    notice = Optional.of(Sentences.AWAY);
    draw();
  }

  @Override
  public void back() {
    notice = Optional.empty();
    draw();
  }

  @Override
  public void close() {
    screen.close();
  }

  private void draw() {
    if (run.verdict().isPresent()) {
      screen.clear();
      return;
    }
    var size = output.size().now();
    var room = new Size(size.columns() - 1, size.rows() - notice.map(_ -> 1).orElse(0));
    var lines = new ArrayList<>(Frame.of(run, story, clock.instant(), room));
    notice.ifPresent(sentence -> lines.add(Line.of(sentence, Paint.BAD)));
    screen.draw(lines);
  }
}
