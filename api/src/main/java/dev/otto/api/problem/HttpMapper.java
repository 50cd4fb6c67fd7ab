package dev.otto.api.problem;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/// Answers what HTTP itself refuses: routes that are not there, methods, forms.
public final class HttpMapper implements ExceptionMapper<WebApplicationException> {
  private final HttpServletRequest request;

  @Inject
  public HttpMapper(@Context HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public Response toResponse(WebApplicationException refused) {
    var answer = ProblemAnswers.of(refused.getResponse().getStatus(), request);
    var allowed = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allowed == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allowed).build();
  }
}
