package dev.otto.api.run;

import dev.otto.api.door.Caller;
import dev.otto.api.json.Query;
import dev.otto.model.Contents;
import dev.otto.model.GroupId;
import dev.otto.model.json.Body;
import dev.otto.model.run.RunCommand;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;
import dev.otto.model.settings.Limits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What a person may ask of a run; the answer is the run after it has obeyed.
@Path("runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RunCommandsResource {
  private final RunNames names;
  private final RunCommands commands;
  private final Contents contents;
  private final Edits edits;
  private final Regenerations regenerations;

  public RunCommandsResource(
      RunNames names,
      RunCommands commands,
      Contents contents,
      Edits edits,
      Regenerations regenerations) {
    this.names = names;
    this.edits = edits;
    this.regenerations = regenerations;
    this.contents = contents;
    this.commands = commands;
  }

  @POST
  @Path("{run}/approve")
  public RunView approve(
      RunRequest.Approve asked,
      @PathParam("run") String run,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context HttpServletRequest request) {
    return obeyed(
        run,
        "approve",
        asked,
        key,
        request,
        (by, k) -> new RunCommand.Approve(by, asked.spec(), k));
  }

  @POST
  @Path("{run}/edit")
  public RunView edit(
      RunRequest.Edit asked,
      @PathParam("run") String run,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context HttpServletRequest request) {
    var named = names.named(run);
    return obeyed(run, "edit", asked, key, request, (by, k) -> edits.of(named, asked, by, k));
  }

  @POST
  @Path("{run}/regenerate")
  public RunView regenerate(
      RunRequest.Regenerate asked,
      @PathParam("run") String run,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context HttpServletRequest request) {
    var named = names.named(run);
    return obeyed(
        run, "regenerate", asked, key, request, (by, k) -> regenerations.of(named, asked, by, k));
  }

  @POST
  @Path("{run}/reject")
  public RunView reject(
      RunRequest.Reject asked,
      @PathParam("run") String run,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context HttpServletRequest request) {
    return obeyed(
        run,
        "reject",
        asked,
        key,
        request,
        (by, k) -> new RunCommand.Reject(by, asked.why().orElse(""), k));
  }

  @POST
  @Path("{run}/pause")
  public RunView pause(
      RunRequest.Pause asked,
      @PathParam("run") String run,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context HttpServletRequest request) {
    return obeyed(
        run,
        "pause",
        asked,
        key,
        request,
        (by, k) -> new RunCommand.Pause(by, asked.now().orElse(false), k));
  }

  @POST
  @Path("{run}/resume")
  public RunView resume(
      RunRequest.Resume asked,
      @PathParam("run") String run,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context HttpServletRequest request) {
    return obeyed(run, "resume", asked, key, request, RunCommand.Resume::new);
  }

  @POST
  @Path("{run}/budget")
  public RunView raiseBudget(
      RunRequest.RaiseBudget asked,
      @PathParam("run") String run,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context HttpServletRequest request) {
    return obeyed(
        run,
        "raise budget",
        asked,
        key,
        request,
        (by, k) ->
            new RunCommand.RaiseBudget(
                by, asked.more().orElse(Limits.NONE), asked.seconds().orElse(0L), k));
  }

  @POST
  @Path("{run}/abort")
  public RunView abort(
      RunRequest.Abort asked,
      @PathParam("run") String run,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context HttpServletRequest request) {
    return obeyed(
        run,
        "abort",
        asked,
        key,
        request,
        (by, k) -> new RunCommand.Abort(by, asked.why().orElse(""), k));
  }

  @POST
  @Path("{run}/groups/{group}/abort")
  public RunView abortGroup(
      RunRequest.AbortGroup asked,
      @PathParam("run") String run,
      @PathParam("group") String group,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context HttpServletRequest request) {
    var named = Query.value("group", group, GroupId::new).orElseThrow();
    return obeyed(
        run,
        "abort group " + named,
        asked,
        key,
        request,
        (by, k) -> new RunCommand.AbortGroup(by, named, k));
  }

  @POST
  @Path("{run}/say")
  public RunView say(
      RunRequest.Say asked,
      @PathParam("run") String run,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @Context HttpServletRequest request) {
    var group = asked.group().flatMap(name -> Query.value("group", name, GroupId::new));
    var text = contents.keep(asked.text());
    return obeyed(
        run,
        "say",
        asked,
        key,
        request,
        (by, k) -> new RunCommand.Say(by, group, text, asked.now().orElse(false), k));
  }

  private RunView obeyed(
      String name,
      String verb,
      Body asked,
      @Nullable String key,
      HttpServletRequest request,
      BiFunction<String, Optional<String>, RunCommand> command) {
    var run = names.named(name);
    var known = IdempotencyKey.of(key, verb + " " + run, asked);
    var by = Caller.of(request).by();
    return commands.obeyed(run, command.apply(by, Optional.of(known.text())), known);
  }
}
