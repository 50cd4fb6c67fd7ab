package dev.otto.api.trust;

import dev.otto.api.door.Caller;
import dev.otto.api.json.Query;
import dev.otto.api.part.Store;
import dev.otto.api.run.Preflight;
import dev.otto.model.ProjectId;
import dev.otto.model.project.Baggage;
import dev.otto.model.project.TrustRequest;
import dev.otto.model.project.TrustView;
import dev.otto.store.project.Projects;
import dev.otto.store.project.Trusts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// What the repository in a folder brings along, as its newest commit has it, and whether that is
/// allowed.
@Path("trust")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TrustResource {
  private final Store store;
  private final Preflight preflight;

  public TrustResource(Store store, Preflight preflight) {
    this.store = store;
    this.preflight = preflight;
  }

  @GET
  public TrustView look(@QueryParam("folder") @Nullable String folder) {
    return seen(folder);
  }

  /// Allows exactly what the person looked at, in this project and until somebody takes it back.
  @POST
  public TrustView allow(TrustRequest asked, @Context HttpServletRequest request) {
    var seen = seen(asked.folder());
    if (seen.baggage().empty()) {
      throw new TrustRefusal.NothingToAllow(seen.repository()).refused();
    }
    if (!seen.baggage().digest().equals(asked.digest())) {
      throw new TrustRefusal.Changed(asked.digest(), seen.baggage().digest()).refused();
    }
    var project = seen.project().value();
    store.together(handle -> {
      handle.attach(Projects.class).add(project, seen.repository());
      handle.attach(Trusts.class).allow(project, asked.digest().hex(), Caller.of(request).by());
      return project;
    });
    return seen(asked.folder());
  }

  @POST
  @Path("withdraw")
  public TrustView withdraw(TrustRequest.Withdrawal asked) {
    var seen = seen(asked.folder());
    store.ask(Trusts.class, trusts -> trusts.withdraw(seen.project().value()));
    return seen(asked.folder());
  }

  private TrustView seen(@Nullable String folder) {
    if (folder == null || !folder.startsWith("/")) {
      throw Query.wrong("folder", "is a path on the server's machine and begins with a slash");
    }
    var place = preflight.in(folder);
    return view(store, ProjectId.of(place.top()), place.top(), place.baggage());
  }

  static TrustView view(Store store, ProjectId project, String repository, Baggage baggage) {
    var by =
        store.ask(
            Trusts.class, trusts -> trusts.allowedBy(project.value(), baggage.digest().hex()));
    return new TrustView(project, repository, baggage, by);
  }
}
