package dev.otto.api.record;

import dev.otto.api.part.Store;
import dev.otto.model.HostId;
import dev.otto.model.host.HostView;
import dev.otto.store.host.Hosts;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// The hosts that this Otto knows, and what each can do.
@Path("hosts")
@Produces(MediaType.APPLICATION_JSON)
public final class HostsResource {
  private final Store store;

  public HostsResource(Store store) {
    this.store = store;
  }

  @GET
  public HostView.Page hosts() {
    return new HostView.Page(
        store.ask(Hosts.class, Hosts::all).stream()
            .map(row -> new HostView(new HostId(row.id()), row.seenAt(), row.facts()))
            .toList());
  }
}
