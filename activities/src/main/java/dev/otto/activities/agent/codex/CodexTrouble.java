package dev.otto.activities.agent.codex;

import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.HttpStatus;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What went wrong, by the English sentence in which Codex tells it: it has no field for it. These
/// are the sentences of 0.169.
record CodexTrouble(ErrorKind kind, Pattern sentence) {
  private static final Pattern STATUS =
      Pattern.compile("(?:unexpected status|last status:) (\\d{3})\\b");

  private static CodexTrouble known(ErrorKind kind, String sentence) {
    return new CodexTrouble(kind, Pattern.compile(sentence, Pattern.CASE_INSENSITIVE));
  }

  /// The first that fits counts.
  private static Stream<CodexTrouble> all() {
    return Stream.of(
        known(ErrorKind.USAGE_WINDOW, "hit your usage limit"),
        known(ErrorKind.QUOTA, "quota exceeded"),
        known(ErrorKind.AUTH, "missing environment variable"),
        known(ErrorKind.RATE_LIMIT, "rate limit"),
        known(ErrorKind.OVERLOADED, "at capacity|overloaded"),
        known(ErrorKind.SERVER, "experiencing high demand"),
        known(ErrorKind.CONTEXT_TOO_LONG, "context window"),
        known(ErrorKind.LIMIT, "max_output_tokens"),
        known(ErrorKind.MODEL_NOT_FOUND, "model does not exist|model_not_found"),
        known(
            ErrorKind.NETWORK,
            "stream disconnected|transport error|network error|connection failed|idle timeout"));
  }

  static Trouble of(String message) {
    var status = status(message);
    var kind =
        status
            .map(HttpStatus::kind)
            .or(() ->
                all()
                    .filter(one -> one.sentence.matcher(message).find())
                    .map(CodexTrouble::kind)
                    .findFirst())
            .orElse(ErrorKind.CONFIG);
    return new Trouble(kind, status, Optional.empty(), message);
  }

  private static Optional<Integer> status(String message) {
    var found = STATUS.matcher(message);
    return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
  }
}
