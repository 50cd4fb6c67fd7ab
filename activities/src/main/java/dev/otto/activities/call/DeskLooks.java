package dev.otto.activities.call;

import dev.otto.activities.agent.AgentAdapter;
import dev.otto.activities.agent.AgentTrace;
import dev.otto.activities.git.WorktreeName;
import dev.otto.activities.host.Host;
import dev.otto.activities.process.Logs;
import dev.otto.activities.provider.Agent;
import dev.otto.activities.provider.Providers;
import dev.otto.model.CallId;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import dev.otto.model.call.DeskView;
import dev.otto.model.call.Stage;
import dev.otto.model.run.Run;
import dev.otto.model.settings.AgentChoice;
import dev.otto.store.call.CallRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Looks at the desks of a run, and changes nothing there.
public final class DeskLooks {
  private final Host host;
  private final Jdbi jdbi;
  private final Providers providers;

  public DeskLooks(Host host, Jdbi jdbi, Providers providers) {
    this.host = host;
    this.jdbi = jdbi;
    this.providers = providers;
  }

  /// The desk of that group; nothing if it has none, or none any more.
  public Optional<DeskView> of(Run run, GroupId group) {
    var folder = host.places().project(run.project()).files(WorktreeName.of(run.id(), group));
    return Files.isDirectory(folder) ? Optional.of(view(run, group, folder)) : Optional.empty();
  }

  private DeskView view(Run run, GroupId group, Path folder) {
    var last = last(run, group);
    var choice = choice(run, last);
    var home = host.places().cellHome(run.id(), group.value());
    return new DeskView(
        group,
        folder.toString(),
        last.filter(row -> row.endedAt() == null).isPresent(),
        choice.provider(),
        last.flatMap(row -> adapter(run, choice).flatMap(adapter -> command(adapter, home, row))));
  }

  /// Who thinks in the call of that row, or would.
  private static AgentChoice choice(Run run, Optional<CallRows.Row> last) {
    var stage = last.flatMap(row -> Stage.named(row.stage())).orElse(Stage.BUILD);
    var call = new CallId(last.map(CallRows.Row::id).orElse("c1"));
    return CallOrder.first(call, stage, Optional.empty(), 1, 0).agent(run.settings());
  }

  private Optional<CallRows.Row> last(Run run, GroupId group) {
    return jdbi.withExtension(CallRows.class, rows -> rows.ofRun(run.id().value())).stream()
        .filter(row -> group.value().equals(row.grp()))
        .max(Comparator.comparing(CallRows.Row::startedAt));
  }

  /// How Otto speaks with it; nothing where its provider is not here any more.
  private Optional<AgentAdapter> adapter(Run run, AgentChoice choice) {
    return providers.find(run.settings(), choice).map(Agent::adapter);
  }

  private static Optional<String> command(AgentAdapter adapter, Path home, CallRows.Row row) {
    return Optional.ofNullable(row.log())
        .map(log -> AgentTrace.EMPTY.after(Logs.in(Path.of(log)).out(), adapter))
        .flatMap(AgentTrace::conversation)
        .flatMap(name ->
            adapter
                .memories(home)
                .flatMap(folder -> new Memories(home, folder).file(name))
                .flatMap(memory -> adapter.byHand(home, name, memory)));
  }
}
