package dev.otto.activities.check;

import dev.otto.activities.process.Ending;
import dev.otto.activities.process.Exit;
import dev.otto.activities.process.Outcome;
import dev.otto.model.CheckId;
import dev.otto.model.audit.CheckResult;
import dev.otto.model.check.Check;
import dev.otto.model.spec.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs checks in one place, one after the other; the product is started once if one of them talks
/// to it.
public final class CheckRuns {
  private final CheckPlace place;
  private final Spec spec;

  public CheckRuns(CheckPlace place, Spec spec) {
    this.place = place;
    this.spec = spec;
  }

  /// The results of these checks, in the order of the spec.
  public List<CheckResult> run(List<CheckId> wanted) {
    var checks = spec.checks().stream().filter(check -> wanted.contains(check.id())).toList();
    var results = new ArrayList<CheckResult>();
    for (var check : checks) {
      switch (check) {
        case Check.Command command -> results.add(run(command));
        case Check.Files files -> results.add(new FilesCheck(place).run(files));
        case Check.Http _ -> {}
        case Check.Browser browser ->
            results.add(
                new CheckResult(
                    browser.id(),
                    CheckResult.Outcome.UNKNOWN,
                    "browser checks come later",
                    Optional.empty(),
                    0));
      }
    }
    results.addAll(talking(checks));
    return results;
  }

  private List<CheckResult> talking(List<Check> checks) {
    var exchanges =
        checks.stream().filter(Check.Http.class::isInstance).map(Check.Http.class::cast).toList();
    if (exchanges.isEmpty()) {
      return List.of();
    }
    try (var product = Product.start(place, spec.start().orElseThrow())) {
      return exchanges.stream().map(check -> run(check, product)).toList();
    }
  }

  private CheckResult run(Check.Http check, Product product) {
    return switch (product) {
      case Product.Running running ->
          new HttpCheck(
                  running.address(), place.host().contents(), Answers.without(place.secrets()))
              .run(check);
      case Product.Absent(var why) -> CheckResult.notRun(check.id(), why);
    };
  }

  private CheckResult run(Check.Command check) {
    var outcome = place.run(check.id().value(), check.argv(), check.timeout());
    return result(check.id(), outcome);
  }

  private CheckResult result(CheckId check, Outcome outcome) {
    var millis = outcome.alive().toMillis();
    var evidence = Optional.of(place.host().contents().keep(log(outcome)));
    return switch (outcome.ending()) {
      case Ending.Exited(Exit.Code(var code)) when code == 127 ->
          new CheckResult(
              check, CheckResult.Outcome.FAILED, "its program was not found", evidence, millis);
      case Ending.Exited(var exit) when exit.well() ->
          new CheckResult(check, CheckResult.Outcome.PASSED, "exit code 0", evidence, millis);
      case Ending.Exited(var exit) ->
          new CheckResult(check, CheckResult.Outcome.FAILED, words(exit), evidence, millis);
      case Ending.TimedOut(var limit, _) ->
          new CheckResult(
              check,
              CheckResult.Outcome.FAILED,
              "not done after %d s".formatted(limit.toSeconds()),
              evidence,
              millis);
      case Ending.FellSilent _, Ending.Ended _ ->
          new CheckResult(
              check, CheckResult.Outcome.NOT_RUN, "it was ended by Otto", evidence, millis);
      case Ending.NeverRan(var why) ->
          new CheckResult(check, CheckResult.Outcome.NOT_RUN, why, evidence, millis);
    };
  }

  private static String words(Exit exit) {
    return switch (exit) {
      case Exit.Code(var code) -> "exit code " + code;
      case Exit.Signal(var number) -> "ended by signal " + number;
      case Exit.Stuck() -> "it could not be ended";
    };
  }

  private static byte[] log(Outcome outcome) {
    try {
      var out = Files.readAllBytes(outcome.out().file());
      var err = Files.readAllBytes(outcome.err().file());
      var both = new byte[out.length + err.length];
      System.arraycopy(out, 0, both, 0, out.length);
      System.arraycopy(err, 0, both, out.length, err.length);
      return both;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
