package dev.otto.api.problem;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what should not happen: the log has the whole story, the answer only where to find it.
public final class UnexpectedMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedMapper.class);
  private final HttpServletRequest request;

  @Inject
  public UnexpectedMapper(@Context HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public Response toResponse(Throwable failure) {
    return answer(failure, request);
  }

  static Response answer(Throwable failure, HttpServletRequest request) {
    LOG.error("request failed: request={}", ProblemAnswers.id(request), failure);
    return ProblemAnswers.of(500, request).build();
  }
}
