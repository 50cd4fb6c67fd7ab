package dev.otto.api.problem;

import dev.otto.model.Refusal;
import dev.otto.model.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// The answers of the exception mappers.
final class ProblemAnswers {
  private ProblemAnswers() {}

  static Response of(Refusal refusal, HttpServletRequest request) {
    var answer = answer(Problems.of(refusal, id(request)));
    if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, 1);
    }
    return answer.build();
  }

  static Response.ResponseBuilder of(int status, HttpServletRequest request) {
    return answer(Problems.of(status, id(request)));
  }

  static String id(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(RequestId.ATTRIBUTE));
  }

  private static Response.ResponseBuilder answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
  }
}
