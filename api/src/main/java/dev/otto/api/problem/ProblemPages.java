package dev.otto.api.problem;

import dev.otto.api.protection.Protection;
import dev.otto.model.problem.Problem;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// What Jetty answers when it refuses a request itself: the same problems as everywhere.
public final class ProblemPages implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    write(Problems.of(response.getStatus(), idOf(request)), response, callback);
    return true;
  }

  /// Answers with the problem, from outside of any servlet.
  public static void write(Problem problem, Response response, Callback callback) {
    var bytes = Problems.bytes(problem);
    Protection.apply(response.getHeaders());
    response.setStatus(problem.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  private static String idOf(Request request) {
    var known = request.getAttribute(RequestId.ATTRIBUTE);
    return known == null ? RequestId.fresh() : known.toString();
  }
}
