package dev.otto.model.check;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.otto.model.CheckId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Something a machine can run that passes or fails.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "check")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Check.Command.class, name = "command"),
  @JsonSubTypes.Type(value = Check.Http.class, name = "http"),
  @JsonSubTypes.Type(value = Check.Files.class, name = "files"),
  @JsonSubTypes.Type(value = Check.Browser.class, name = "browser")
})
public sealed interface Check {
  CheckId id();

  /// A program, as argv and never as a shell string; exit code 0 passes. Judged by its oracle.
  record Command(CheckId id, List<String> argv, Optional<Integer> timeoutSeconds, Oracle oracle)
      implements Check {
    public Command {
      requireNonNull(id);
      argv = List.copyOf(argv);
      timeoutSeconds = orEmpty(timeoutSeconds);
      oracle = oracle == null ? Oracle.NONE : oracle;
    }
  }

  /// A sequence of requests to the running product; it is its own oracle.
  record Http(CheckId id, List<HttpStep> steps, Optional<Integer> timeoutSeconds) implements Check {
    public Http {
      requireNonNull(id);
      steps = List.copyOf(steps);
      timeoutSeconds = orEmpty(timeoutSeconds);
    }
  }

  /// What must be true of files of the product; it is its own oracle.
  record Files(CheckId id, List<FileExpectation> expect) implements Check {
    public Files {
      requireNonNull(id);
      expect = List.copyOf(expect);
    }
  }

  /// A journey in a browser. Known, but no host can prove it yet: the spec's rules say so.
  record Browser(CheckId id, List<String> journey) implements Check {
    public Browser {
      requireNonNull(id);
      journey = journey == null ? List.of() : List.copyOf(journey);
    }
  }

  /// How long the check may take before it counts as failed: 60 s unless it says otherwise.
  default Duration timeout() {
    return switch (this) {
      case Command command -> Duration.ofSeconds(command.timeoutSeconds().orElse(60));
      case Http http -> Duration.ofSeconds(http.timeoutSeconds().orElse(60));
      case Files _, Browser _ -> Duration.ofSeconds(60);
    };
  }

  /// The kind as the spec writes it.
  default CheckKind kindOf() {
    return switch (this) {
      case Command _ -> CheckKind.COMMAND;
      case Http _ -> CheckKind.HTTP;
      case Files _ -> CheckKind.FILES;
      case Browser _ -> CheckKind.BROWSER;
    };
  }

  private static Optional<Integer> orEmpty(Optional<Integer> value) {
    return value == null ? Optional.empty() : value;
  }
}
