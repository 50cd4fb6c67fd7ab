package dev.otto.api.problem;

import java.util.Arrays;

/// What can be wrong with a request before anybody looks at what it asks.
enum HttpTrouble {
  BAD_REQUEST(
      400, "bad-request", "The request is not one that HTTP allows.", "Send it in another form."),
  NO_SUCH_ROUTE(
      404,
      "no-such-route",
      "There is nothing at this address.",
      "Check how it is written; what Otto can do is listed by `otto --help`."),
  METHOD_NOT_ALLOWED(
      405,
      "method-not-allowed",
      "This cannot be asked with this method.",
      "See the header Allow for those that can."),
  NOT_ACCEPTABLE(
      406,
      "not-acceptable",
      "Otto does not answer this in the form that was asked for.",
      "Ask without the header Accept."),
  TOO_LARGE(413, "too-large", "The request is too large.", "Send less."),
  UNSUPPORTED(
      415,
      "unsupported-media-type",
      "Otto does not read this form.",
      "Send JSON, as Content-Type application/json."),
  UNEXPECTED(
      500,
      "unexpected",
      "Something went wrong inside Otto.",
      "Look for the request id in the server's log.");

  final int status;
  final String code;
  final String sentence;
  final String nextStep;

  HttpTrouble(int status, String code, String sentence, String nextStep) {
    this.status = status;
    this.code = code;
    this.sentence = sentence;
    this.nextStep = nextStep;
  }

  /// The trouble with this status; one that is not listed is the asker's if it begins with a 4.
  static HttpTrouble of(int status) {
    return Arrays.stream(values())
        .filter(trouble -> trouble.status == status)
        .findFirst()
        .orElse(status < 500 ? BAD_REQUEST : UNEXPECTED);
  }
}
