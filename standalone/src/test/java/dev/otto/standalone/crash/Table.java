package dev.otto.standalone.crash;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The results as a page.
record Table(List<Result> results, long seed) {
  String text() {
    return """
    # Killed at every event

    Written by `bench/crash --all` on %s, seed %d, %d processors. Every case is a real server with a home and a
    repository of its own; the killed run is compared with the undisturbed one.

    **%d of %d cases are equivalent.** The longest from a kill to "ready": %s; from "ready" to the next step of the
    run: %s (allowed: %s).

    | | Engine | Killed | At | Again at | Ready after | Moved after | Recoveries | Calls lost | Equivalent |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    %s
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            seed,
            Runtime.getRuntime().availableProcessors(),
            results.stream().filter(Result::equivalent).count(),
            results.size(),
            longest(results.stream().map(Result::ready).toList()),
            longest(results.stream().map(Result::moved).toList()),
            Result.seconds(Optional.of(CrashCase.TO_MOVE)),
            results.stream().map(Table::row).collect(Collectors.joining("\n")));
  }

  private static String longest(List<Optional<Duration>> times) {
    return Result.seconds(times.stream().flatMap(Optional::stream).max(Comparator.naturalOrder()));
  }

  private static String row(Result result) {
    var kill = result.kill();
    return "| %d | %s | %s | %s | %s | %s | %s | %d | %d | %s |"
        .formatted(
            kill.number(),
            kill.engine() == kill.next()
                ? kill.engine().word()
                : kill.engine().word() + ", then " + kill.next().word(),
            kill.victim().word(),
            kill.moment(),
            kill.again().map(Moment::toString).orElse(""),
            Result.seconds(result.ready()),
            Result.seconds(result.moved()),
            result.recoveries(),
            result.lost(),
            result.equivalent() ? "yes" : "NO: " + String.join("; ", result.differences()));
  }
}
