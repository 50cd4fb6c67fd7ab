package dev.otto.api.problem;

import dev.otto.model.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/// Answers a refusal with its own words.
public final class RefusedMapper implements ExceptionMapper<Refusal.Refused> {
  private final HttpServletRequest request;

  @Inject
  public RefusedMapper(@Context HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public Response toResponse(Refusal.Refused refused) {
    return ProblemAnswers.of(refused.refusal(), request);
  }
}
