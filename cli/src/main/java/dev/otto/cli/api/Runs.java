package dev.otto.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.model.CommitId;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.RunId;
import dev.otto.model.call.CallView;
import dev.otto.model.call.DeskView;
import dev.otto.model.project.TrustView;
import dev.otto.model.run.NewRun;
import dev.otto.model.run.RunEvent;
import dev.otto.model.run.RunLine;
import dev.otto.model.run.RunNews;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;
import dev.otto.model.run.RunsPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The runs that the server knows, and what may be asked of them.
public record Runs(Api api) {
  private static final int PAGE = 100;

  /// The newest runs of all projects, or of one.
  public List<RunLine> newest(int limit, Optional<String> project) {
    return newest(limit, project, _ -> true);
  }

  /// The newest runs of all projects, or of one, that are meant.
  public List<RunLine> newest(int limit, Optional<String> project, Predicate<RunLine> meant) {
    var runs = new ArrayList<RunLine>();
    Optional<RunId> before = Optional.empty();
    do {
      var page = page(Math.min(PAGE, limit - runs.size()), before, project);
      page.runs().stream().filter(meant).forEach(runs::add);
      before = page.next();
    } while (before.isPresent() && runs.size() < limit);
    return List.copyOf(runs);
  }

  /// A run by its id, the beginning of it, or `latest`.
  public RunView named(String name) {
    return api.get(path(name), RunView.class);
  }

  /// The same, as it came.
  public String text(String name) {
    return api.text(path(name));
  }

  /// What the repository of a run brings along.
  public TrustView baggage(RunId run) {
    return api.get(path(run, "baggage"), TrustView.class);
  }

  public RunView create(NewRun run) {
    return api.post("runs", run, RunView.class);
  }

  /// Asks for something and returns the run as it stands then.
  public RunView ask(RunId run, String verb, RunRequest request) {
    return api.post(path(run, verb), request, RunView.class);
  }

  public RunView abort(RunId run, GroupId group) {
    return api.post(
        path(run, "groups/" + group + "/abort"), new RunRequest.AbortGroup(), RunView.class);
  }

  public void land(RunId run, CommitId commit) {
    api.post(path(run, "land"), Map.of("commit", commit));
  }

  public List<CallView> calls(RunId run) {
    return api.get(path(run, "calls"), CallView.Page.class).calls();
  }

  /// Where the agent of that group works.
  public DeskView desk(RunId run, GroupId group) {
    return api.get(path(run, "groups/" + group + "/desk"), DeskView.class);
  }

  public String diff(RunId run) {
    return api.text(path(run, "diff"));
  }

  public String spec(RunId run) {
    return api.text(path(run, "spec"));
  }

  /// The proof packet, as it came.
  public String proof(RunId run) {
    return api.text(path(run, "proof"));
  }

  /// What happened to a run, from this event on, in order; a page of it.
  public Happened.Page events(RunId run, long from) {
    return Happened.Page.of(api.get(path(run, "events?from=" + from), JsonNode.class));
  }

  /// The digest of the proof packet as the last event of the run names it.
  public Optional<Digest> packet(RunView run) {
    var page = api.get(path(run.run(), "events?from=" + run.seq()), RunNews.Page.class);
    return page.events().stream()
        .map(RunNews::data)
        .filter(RunEvent.Ended.class::isInstance)
        .map(ended -> ((RunEvent.Ended) ended).packet())
        .findFirst();
  }

  /// What the agent of a call said from this byte on; if there is nothing yet, it is waited for, at
  /// most so many seconds.
  public byte[] log(RunId run, CallView call, long from, int wait) {
    return api.bytes(
        path(
            run,
            "calls/%s/log?tries=%d&from=%d&wait=%d"
                .formatted(Api.part(call.call().value()), call.tries(), from, wait)));
  }

  /// What the agent of a call was told.
  public String prompt(RunId run, CallView call) {
    return api.text(
        path(
            run,
            "calls/%s/prompt?tries=%d".formatted(Api.part(call.call().value()), call.tries())));
  }

  private RunsPage page(int limit, Optional<RunId> before, Optional<String> project) {
    var path =
        "runs?limit=%d%s%s"
            .formatted(
                limit,
                before.map(run -> "&before=" + run).orElse(""),
                project.map(id -> "&project=" + Api.part(id)).orElse(""));
    return api.get(path, RunsPage.class);
  }

  private static String path(RunId run, String below) {
    return path(run.value()) + "/" + below;
  }

  private static String path(String name) {
    return "runs/" + Api.part(name);
  }
}
