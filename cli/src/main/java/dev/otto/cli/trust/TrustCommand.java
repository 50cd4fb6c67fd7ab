package dev.otto.cli.trust;

import dev.otto.cli.api.Api;
import dev.otto.cli.render.BaggageLines;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Plain;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.json.Json;
import dev.otto.model.project.TrustRequest;
import dev.otto.model.project.TrustView;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `otto trust`: what the repository brings along that agents would obey, and allowing it.
public final class TrustCommand extends ReadingCommand {
  private static final int SHORTEST = 8;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The repository; default: this folder.")
  private String folder = "";

  @Option(
      names = "--allow",
      paramLabel = "DIGEST",
      description = "Lets agents obey what has this digest, or one that begins so.")
  private Optional<String> allow = Optional.empty();

  @Option(names = "--withdraw", description = "Hides from agents again what was allowed before.")
  private boolean withdraw;

  private final Shell shell;

  public TrustCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    if (allow.isPresent() && withdraw) {
      throw Usage.of("trust", "--allow and --withdraw exclude each other.");
    }
    var api = new Api(shell);
    var path = shell.resolved(folder).toString();
    var seen = api.get("trust?folder=" + Api.part(path), TrustView.class);
    var now = decided(api, path, seen);
    if (json()) {
      shell.out().line(Json.text(now));
    } else {
      say(now);
    }
    return ExitCode.DONE;
  }

  private TrustView decided(Api api, String path, TrustView seen) {
    if (withdraw) {
      return api.post("trust/withdraw", new TrustRequest.Withdrawal(path), TrustView.class);
    }
    return allow
        .map(begin -> looked(begin, seen))
        .map(_ -> new TrustRequest(path, seen.baggage().digest()))
        .map(request -> api.post("trust", request, TrustView.class))
        .orElse(seen);
  }

  /// A person names what they looked at, or the beginning of its name.
  private static String looked(String begin, TrustView seen) {
    if (begin.length() < SHORTEST || !seen.baggage().digest().hex().startsWith(begin)) {
      throw Usage.of(
          "trust",
          "What the repository brings along is %s, not %s."
              .formatted(seen.baggage().digest().hex(), Plain.line(begin)));
    }
    return begin;
  }

  private void say(TrustView seen) {
    var lines = BaggageLines.of(seen);
    lines.forEach(line -> shell.out().line(line.text(shell.out().color())));
    if (lines.isEmpty()) {
      shell
          .out()
          .line(
              "%s brings nothing along that agents would obey."
                  .formatted(Plain.line(seen.repository())));
    } else if (seen.allowedBy().isEmpty()) {
      shell
          .out()
          .line(
              "Allow it with `otto trust --allow %s`."
                  .formatted(seen.baggage().digest().hex().substring(0, 12)));
    }
  }
}
