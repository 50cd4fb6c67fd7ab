package dev.otto.activities.agent;

/// What the status of a model's service means, where nothing more is known.
public final class HttpStatus {
  /// What a gateway says, Otto's own too, whose service cannot be reached.
  public static final int BAD_GATEWAY = 502;

  private static final int OVERLOADED = 529;
  private static final int FIRST_OF_SERVER = 500;

  private HttpStatus() {}

  /// The kind of error that a status from 400 on stands for.
  public static ErrorKind kind(int status) {
    return switch (status) {
      case 401, 403 -> ErrorKind.AUTH;
      case 402 -> ErrorKind.QUOTA;
      case 404 -> ErrorKind.MODEL_NOT_FOUND;
      case 408 -> ErrorKind.NETWORK;
      case 429 -> ErrorKind.RATE_LIMIT;
      case BAD_GATEWAY, 503, 504, OVERLOADED -> ErrorKind.OVERLOADED;
      default -> status >= FIRST_OF_SERVER ? ErrorKind.SERVER : ErrorKind.CONFIG;
    };
  }
}
