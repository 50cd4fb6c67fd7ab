package dev.otto.cli.render;

import dev.otto.cli.shell.Plain;
import dev.otto.cli.shell.Size;
import dev.otto.model.GroupId;
import dev.otto.model.run.RunView;
import dev.otto.model.run.RunView.GroupView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A run at one glance, while it goes: phases, groups, what happened last, what needs a person.
public final class Frame {
  private static final Set<String> ACTIVE =
      Set.of("building", "checking", "passed", "merging", "aborting");
  private static final int AROUND_GROUPS = 4;

  private final RunView run;
  private final Story story;
  private final Instant now;
  private final Size size;

  private Frame(RunView run, Story story, Instant now, Size size) {
    this.run = run;
    this.story = story;
    this.now = now;
    this.size = size;
  }

  /// The lines to draw; none is wider and there are no more than the terminal has room for.
  public static List<Line> of(RunView run, Story story, Instant now, Size size) {
    return new Frame(run, story, now, size).lines();
  }

  private List<Line> lines() {
    var lines = new ArrayList<Line>();
    lines.add(head());
    lines.add(Phases.of(run, story.gated()));
    lines.addAll(groups());
    story.last().ifPresent(said -> lines.add(last(said)));
    Needs.of(run).ifPresent(lines::add);
    return List.copyOf(lines.subList(0, Math.min(lines.size(), Math.max(1, size.rows() - 1))));
  }

  private Line head() {
    var elapsed = Span.watch(Duration.between(run.createdAt(), now));
    var state = run.state() + " " + elapsed;
    var room = size.columns() - Width.of(run.run().value()) - Width.of(state) - 4;
    return Line.of(run.run().value(), Paint.DIM)
        .and("  ")
        .and(Width.fitted(Plain.line(run.title()), Math.max(0, room)), Paint.BOLD)
        .right(state, Paint.of(run.state()), size.columns());
  }

  private List<Line> groups() {
    var room = size.rows() - 1 - AROUND_GROUPS;
    if (run.groups().size() <= room) {
      return table(run.groups());
    }
    var shown = mostTelling(Math.max(0, room - 1));
    var hidden = run.groups().stream().filter(group -> !shown.contains(group)).toList();
    var lines = new ArrayList<>(table(shown));
    lines.add(Line.of("  … and " + tally(hidden), Paint.DIM));
    return lines;
  }

  /// Those at work first, in the order of the spec.
  private List<GroupView> mostTelling(int room) {
    var chosen =
        run.groups().stream()
            .sorted((one, other) -> Boolean.compare(active(other), active(one)))
            .limit(room)
            .toList();
    return run.groups().stream().filter(chosen::contains).toList();
  }

  private List<Line> table(List<GroupView> groups) {
    var table = new Table();
    for (var group : groups) {
      table.row(
          Table.Cell.of("  " + group.group()),
          Table.Cell.word(group.state()),
          Table.Cell.dim(group.attempts() > 1 ? "attempt " + group.attempts() : ""),
          Table.Cell.of(note(group)));
    }
    return table.lines();
  }

  private String note(GroupView group) {
    var said = story.groups().get(group.group());
    if (active(group) && said != null) {
      return said.words() + ", " + Span.watch(Duration.between(said.at(), now));
    }
    return group.why().map(Plain::line).orElseGet(() -> needs(group));
  }

  /// The groups that this one still waits for.
  private String needs(GroupView group) {
    if (!group.state().equals("waiting")) {
      return "";
    }
    var missing = group.needs().stream().filter(this::unmerged).map(GroupId::value).toList();
    return missing.isEmpty() ? "" : "needs " + String.join(", ", missing);
  }

  private boolean unmerged(GroupId needed) {
    return run.groups().stream()
        .anyMatch(group -> group.group().equals(needed) && !group.state().equals("merged"));
  }

  private Line last(Story.Said said) {
    var ago = Span.ago(said.at(), now);
    var room = size.columns() - Width.of(ago) - 2;
    return Line.of(Width.fitted(said.words(), room)).right(ago, Paint.DIM, size.columns());
  }

  private static boolean active(GroupView group) {
    return ACTIVE.contains(group.state());
  }

  private static String tally(List<GroupView> groups) {
    return groups.stream()
        .collect(Collectors.groupingBy(GroupView::state, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
