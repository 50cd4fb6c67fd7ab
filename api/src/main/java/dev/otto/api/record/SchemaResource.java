package dev.otto.api.record;

import dev.otto.model.spec.SpecReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// The form of the documents that people and agents write.
@Path("schema")
@Produces(MediaType.APPLICATION_JSON)
public final class SchemaResource {
  @GET
  @Path("spec")
  public String spec() {
    return SpecReader.schema();
  }
}
