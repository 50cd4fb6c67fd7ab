package dev.otto.cli.run;

import dev.otto.cli.render.EventWords;
import dev.otto.cli.shell.Output;
import dev.otto.model.RunId;
import dev.otto.model.run.RunNews;
import dev.otto.model.run.RunView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Tells a run line by line, for pipes and logs: what is worth a line, once, and no colours.
final class PlainTeller implements Teller {
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Output output;
  private final ZoneId zone;
  private final EventWords words;

  PlainTeller(RunId run, Output output, ZoneId zone) {
    this.output = output;
    this.zone = zone;
    this.words = new EventWords(run, zone);
  }

  @Override
  public void stands(RunView run) {}

  @Override
  public void happened(RunNews news) {
    var time = SECOND.format(news.ts().atZone(zone));
    words.of(news.data()).ifPresent(sentence -> output.line(time + "  " + sentence));
  }

  @Override
  public void ticked() {}

  @Override
  public void away() {
    output.line(Sentences.AWAY);
  }

  @Override
  public void back() {
    output.line(Sentences.BACK);
  }

  @Override
  public void close() {}
}
