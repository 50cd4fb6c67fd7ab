package dev.otto.api.server;

import dev.otto.api.door.StrangersOut;
import dev.otto.api.json.BodyReader;
import dev.otto.api.problem.HttpMapper;
import dev.otto.api.problem.RefusedMapper;
import dev.otto.api.problem.StoreMapper;
import dev.otto.api.problem.UnexpectedMapper;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ServerProperties;

/// The routes of the api: ready resources, behind the second lock, with one voice for everything
/// that goes wrong.
public record Routes(List<Object> resources) {
  public static final String BASE = "/api/v1";

  public Routes {
    resources = List.copyOf(resources);
  }

  public void register(JerseyEnvironment jersey) {
    jersey.setUrlPattern(BASE + "/*");
    jersey.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    // Nothing is held back to count its length: what is written to a stream goes out.
    jersey.property(ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 0);
    List.of(
            StrangersOut.class,
            RefusedMapper.class,
            HttpMapper.class,
            StoreMapper.class,
            UnexpectedMapper.class,
            BodyReader.class)
        .forEach(jersey::register);
    jersey.register(new Ready(resources));
    resources.forEach(resource -> jersey.register(resource.getClass()));
  }

  /// Hands Jersey the resources as they are: none is made by reflection.
  private static final class Ready extends AbstractBinder {
    private final List<Object> resources;

    Ready(List<Object> resources) {
      this.resources = resources;
    }

    @Override
    protected void configure() {
      resources.forEach(this::bindAsItIs);
    }

    private <T> void bindAsItIs(T resource) {
      @SuppressWarnings("unchecked")
      var type = (Class<? super T>) resource.getClass();
      bind(resource).to(type);
    }
  }
}
