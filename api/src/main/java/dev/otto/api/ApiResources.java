package dev.otto.api;

import dev.otto.api.door.Door;
import dev.otto.api.door.LinksResource;
import dev.otto.api.door.SessionResource;
import dev.otto.api.door.ShutdownResource;
import dev.otto.api.event.EventsResource;
import dev.otto.api.event.OpenStreams;
import dev.otto.api.landing.Landing;
import dev.otto.api.landing.LandingResource;
import dev.otto.api.part.Engine;
import dev.otto.api.part.Late;
import dev.otto.api.part.Store;
import dev.otto.api.record.CallLogs;
import dev.otto.api.record.CallsResource;
import dev.otto.api.record.EvidenceResource;
import dev.otto.api.record.HostsResource;
import dev.otto.api.record.LogWait;
import dev.otto.api.record.MessagesResource;
import dev.otto.api.record.ProjectsResource;
import dev.otto.api.record.RecordsResource;
import dev.otto.api.record.SchemaResource;
import dev.otto.api.record.SpecsResource;
import dev.otto.api.run.CommandRows;
import dev.otto.api.run.Edits;
import dev.otto.api.run.Forks;
import dev.otto.api.run.NewRuns;
import dev.otto.api.run.Preflight;
import dev.otto.api.run.Regenerations;
import dev.otto.api.run.RunCommands;
import dev.otto.api.run.RunCommandsResource;
import dev.otto.api.run.RunNames;
import dev.otto.api.run.RunViews;
import dev.otto.api.run.RunsResource;
import dev.otto.api.server.ServerResource;
import dev.otto.api.trust.BaggageResource;
import dev.otto.api.trust.TrustResource;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// The resources of the api, made from its parts.
final class ApiResources {
  private final ApiParts parts;
  private final Door door;
  private final InstantSource clock = InstantSource.system();
  private final Store store;
  private final Engine engine;
  private final OpenStreams streams = new OpenStreams();
  private final RunNames names;
  private final RunViews views;

  ApiResources(ApiParts parts, Door door) {
    this.parts = parts;
    this.door = door;
    this.store = new Store(new Late<>("database", parts.database()));
    this.engine = new Engine(new Late<>("engine", parts.engine()), parts.workflowQueue());
    this.names = new RunNames(store);
    this.views = new RunViews(store, parts.contents());
  }

  OpenStreams streams() {
    return streams;
  }

  List<Object> all() {
    return Stream.of(ofServer(), ofRuns(), ofRecords(), parts.more())
        .flatMap(List::stream)
        .toList();
  }

  private List<Object> ofServer() {
    return List.of(
        new ServerResource(
            parts.build(), clock.instant(), parts.engineView(), parts.trouble(), store, engine),
        new LinksResource(door),
        new SessionResource(door),
        new ShutdownResource(parts.shutdown()));
  }

  private List<Object> ofRecords() {
    var announcements = new Late<>("database", parts.announcements());
    return List.of(
        new EventsResource(store, announcements, streams, names, parts.build()),
        new RecordsResource(store, names, parts.contents()),
        new EvidenceResource(store, names, parts.contents()),
        new SpecsResource(store, names, parts.contents()),
        new MessagesResource(store, names, parts.contents()),
        new CallsResource(
            store,
            names,
            new CallLogs(parts.logs()),
            new LogWait(announcements, streams),
            parts.contents()),
        new ProjectsResource(store),
        new HostsResource(store),
        new SchemaResource());
  }

  private List<Object> ofRuns() {
    var preflight = new Preflight(store, engine);
    var newRuns =
        new NewRuns(store, preflight, parts.contents(), parts.providers(), parts.unpriced(), clock);
    var rows = new CommandRows(store);
    var commands = new RunCommands(engine, rows, views, RunCommands.Waiting.OF_A_PERSON);
    return List.of(
        new TrustResource(store, preflight),
        new BaggageResource(store, names),
        new RunsResource(newRuns, names, views, new Forks(newRuns, views)),
        new RunCommandsResource(
            names,
            commands,
            parts.contents(),
            new Edits(views, parts.contents()),
            new Regenerations(views, parts.contents())),
        new LandingResource(names, new Landing(engine, rows, views)));
  }
}
