package dev.otto.api.problem;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/// Answers that the database is away when it is; everything else about it is unexpected.
public final class StoreMapper implements ExceptionMapper<JdbiException> {
  private final HttpServletRequest request;

  @Inject
  public StoreMapper(@Context HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public Response toResponse(JdbiException failure) {
    return away(failure)
        ? ProblemAnswers.of(new ReadinessRefusal.DatabaseAway(), request)
        : UnexpectedMapper.answer(failure, request);
  }

  /// Whether the failure means that the database does not answer.
  public static boolean away(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause instanceof SQLException trouble && lost(trouble));
  }

  /// No connection, or one that the server ended: classes 08 and 57P of SQL states.
  private static boolean lost(SQLException trouble) {
    var state = String.valueOf(trouble.getSQLState());
    return trouble instanceof SQLTransientException
        || state.startsWith("08")
        || state.startsWith("57P");
  }
}
