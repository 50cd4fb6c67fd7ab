package dev.otto.api.document;

import dev.otto.api.AllResources;
import dev.otto.api.server.Routes;
import dev.otto.model.json.Body;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/// One thing that can be asked of the api, as Jersey knows it.
record Operation(String method, String path, List<MediaType> produces, Method handler) {
  /// Something that is told in the address or in a header.
  record Told(String name, String place) {}

  /// Every operation there is, in the order of addresses.
  static List<Operation> all() {
    return of(AllResources.classes());
  }

  static List<Operation> of(List<Class<?>> resources) {
    return resources.stream()
        .map(Resource::from)
        .flatMap(resource -> below(Routes.BASE, resource))
        .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
        .toList();
  }

  private static Stream<Operation> below(String above, Resource resource) {
    var path = above + "/" + resource.getPath().replaceAll("^/", "");
    return Stream.concat(
        resource.getResourceMethods().stream().map(method -> of(path, method)),
        resource.getChildResources().stream().flatMap(child -> below(path, child)));
  }

  private static Operation of(String path, ResourceMethod method) {
    return new Operation(
        method.getHttpMethod().toLowerCase(Locale.ROOT),
        path,
        method.getProducedTypes(),
        method.getInvocable().getHandlingMethod());
  }

  /// `get /api/v1/runs`.
  String key() {
    return method + " " + path;
  }

  /// The capability that it belongs to.
  String capability() {
    var name = handler.getDeclaringClass().getPackageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  List<Told> told() {
    return Arrays.stream(handler.getParameters()).flatMap(Operation::told).toList();
  }

  private static Stream<Told> told(Parameter parameter) {
    var path = parameter.getAnnotation(PathParam.class);
    var query = parameter.getAnnotation(QueryParam.class);
    var header = parameter.getAnnotation(HeaderParam.class);
    return Stream.of(
            Optional.ofNullable(path).map(one -> new Told(one.value(), "path")),
            Optional.ofNullable(query).map(one -> new Told(one.value(), "query")),
            Optional.ofNullable(header).map(one -> new Told(one.value(), "header")))
        .flatMap(Optional::stream);
  }

  /// What its body is read as.
  Optional<Class<?>> body() {
    return Arrays.stream(handler.getParameterTypes())
        .filter(Body.class::isAssignableFrom)
        .<Class<?>>map(type -> type)
        .findFirst();
  }

  /// The type of the answer, where the method itself says it.
  Optional<Class<?>> answer() {
    return handler.getReturnType().isRecord()
        ? Optional.of(handler.getReturnType())
        : Optional.empty();
  }
}
