package dev.otto.api.run;

import dev.otto.api.json.BodyRefusal;
import dev.otto.api.part.Store;
import dev.otto.model.Contents;
import dev.otto.model.Digest;
import dev.otto.model.HostId;
import dev.otto.model.Names;
import dev.otto.model.ProjectId;
import dev.otto.model.Refusal;
import dev.otto.model.RunId;
import dev.otto.model.check.CheckKind;
import dev.otto.model.json.Violation;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.RunEvent;
import dev.otto.model.settings.ProjectKind;
import dev.otto.model.settings.Role;
import dev.otto.model.spec.SpecReader;
import dev.otto.store.command.Commands;
import dev.otto.store.host.Hosts;
import dev.otto.store.project.Projects;
import dev.otto.store.run.Checkpoints;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Creates runs: the run, its first event and the command's row in one transaction. The run is
/// carried by whoever looks for open runs without a workflow, and they are woken.
///
/// @param providers the programs that this Otto can let think
/// @param unpriced those that do not say what their calls cost
public record NewRuns(
    Store store,
    Preflight preflight,
    Contents contents,
    Set<String> providers,
    Set<String> unpriced,
    InstantSource clock) {
  private static final SpecReader SPECS = new SpecReader(CheckKind.runnable());

  /// The run that was asked for; the same key with the same request gives the same run.
  RunId create(NewRun request, IdempotencyKey key) {
    return known(key).orElseGet(() -> createNew(request, key));
  }

  /// The run that was made with this key, if one was.
  Optional<RunId> known(IdempotencyKey key) {
    return store
        .ask(Commands.class, commands -> commands.named(key.text()))
        .map(known -> again(known, key));
  }

  /// A run whose first event is already decided, of the repository in that folder.
  RunId kept(String top, RunEvent.Created created, IdempotencyKey key) {
    refuseWithoutWalls(created.host());
    return store.together(handle -> keep(handle, top, created, key));
  }

  /// The text of a spec that keeps the rules, as content.
  Digest readable(String spec, Optional<ProjectKind> kind) {
    var broken = specViolations(spec, kind);
    if (!broken.isEmpty()) {
      throw new BrokenSpec(broken).refused();
    }
    return contents.keep(spec);
  }

  private RunId createNew(NewRun request, IdempotencyKey key) {
    refuseBroken(request);
    var place = preflight.in(request.folder(), request.recipe());
    refuseWithoutWalls(place.host());
    var agents = new AgentsOfRun(store, providers).of(request, place);
    var settings =
        request.settings(
            request.spec().map(contents::keep),
            agents.thinking(),
            agents.maxTurns(),
            place.project().over(place.user()));
    new MoneyBudgets(unpriced).refuseUnmeasured(settings);
    var created =
        new RunEvent.Created(
            ProjectId.of(place.top()),
            contents.keep(request.intent()),
            request.title(),
            place.host(),
            settings);
    return store.together(handle -> keep(handle, place.top(), created, key));
  }

  private RunId keep(Handle handle, String top, RunEvent.Created created, IdempotencyKey key) {
    var now = clock.instant();
    var run = RunId.at(now, RandomGenerator.getDefault().nextInt());
    var commands = handle.attach(Commands.class);
    if (commands.add(key.text(), key.digest(), run.value()) == 0) {
      return again(commands.named(key.text()).orElseThrow(), key);
    }
    handle.attach(Projects.class).add(created.project().value(), top);
    new Checkpoints(store.jdbi().ready()).create(handle, run, created, now);
    commands.answer(key.text(), run.value(), 1);
    return run;
  }

  private static RunId again(Commands.Row known, IdempotencyKey key) {
    return new RunId(Objects.requireNonNull(key.same(known).run(), "a new run's row names it"));
  }

  private void refuseBroken(NewRun request) {
    var found =
        Stream.of(request.violations(), unknownProviders(request)).flatMap(List::stream).toList();
    if (!found.isEmpty()) {
      throw new BodyRefusal.Broken(found).refused();
    }
    var broken =
        request
            .spec()
            .map(text -> specViolations(text, request.projectKind()))
            .orElse(List.<Violation>of());
    if (!broken.isEmpty()) {
      throw new BrokenSpec(broken).refused();
    }
  }

  /// Where a person requires walls that do not stand, nothing is created.
  private void refuseWithoutWalls(HostId host) {
    store
        .ask(Hosts.class, hosts -> hosts.named(host.value()))
        .flatMap(row -> row.facts().named("sandbox"))
        .filter(fact -> !fact.usable())
        .ifPresent(fact -> {
          throw new PassedOn(
                  "cell-walls-missing", fact.sentence(), fact.fix(), Refusal.Kind.UNAVAILABLE)
              .refused();
        });
  }

  private List<Violation> unknownProviders(NewRun request) {
    var asked = request.wishes();
    return Stream.concat(
            asked.all().provider().map(name -> unknown("/provider", name)).stream(),
            Arrays.stream(Role.values())
                .flatMap(role ->
                    asked.of(role).provider().stream()
                        .map(name -> unknown("/agents/%s/provider".formatted(role.word()), name))))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Violation> unknown(String pointer, String name) {
    return providers.contains(name)
        ? Optional.empty()
        : Optional.of(
            new Violation(
                pointer,
                "%s is none of %s."
                    .formatted(
                        Names.quoted(name),
                        String.join(", ", providers.stream().sorted().toList()))));
  }

  /// The same rules as those by which the run will read it.
  private static List<Violation> specViolations(String text, Optional<ProjectKind> kind) {
    return switch (SPECS.read(text, kind)) {
      case SpecReader.Reading.Accepted _ -> List.of();
      case SpecReader.Reading.Refused(var violations) ->
          violations.stream()
              .map(one -> new Violation(BrokenSpec.PLACE + one.pointer(), one.sentence()))
              .toList();
    };
  }
}
