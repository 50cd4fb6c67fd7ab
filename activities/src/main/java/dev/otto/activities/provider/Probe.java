package dev.otto.activities.provider;

import dev.otto.activities.agent.Login;
import dev.otto.activities.gateway.Upstream;
import dev.otto.activities.process.Command;
import dev.otto.activities.process.Logs;
import dev.otto.activities.process.Marker;
import dev.otto.activities.process.Patience;
import dev.otto.activities.process.cell.CellPlan;
import dev.otto.activities.process.cell.Cells;
import dev.otto.activities.process.cell.Mount;
import dev.otto.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks at a provider without spending anything: is its program there, which version is it, is
/// there a key, and does its service take it?
record Probe(Cells cells, Path folder, KeyTrial trial) {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Pattern VERSION = Pattern.compile("(\\d+\\.\\d+\\.\\d+)");

  Found of(ProviderSettings settings) {
    var kind = settings.kind();
    if (settings.program().isEmpty()) {
      return Found.absent(
          kind,
          "There is no %s on this host.".formatted(kind.title()),
          "Install it (npm install -g %s), or name its program in OTTO_%s; then restart Otto."
              .formatted(kind.npm(), kind.name()));
    }
    return NativeProgram.of(settings.program().get())
        .map(program -> withProgram(settings, program))
        .orElseGet(() -> script(kind, settings.program().get()));
  }

  private static Found script(ProviderKind kind, Path program) {
    return Found.broken(
        kind,
        "%s is a script, and its native program was not found.".formatted(program),
        "Name the native program in OTTO_%s; then restart Otto.".formatted(kind.name()));
  }

  private Found withProgram(ProviderSettings settings, Path program) {
    var kind = settings.kind();
    var version = version(kind, program);
    if (version.isEmpty()) {
      return Found.broken(
          kind,
          "%s does not tell its version in a Cell.".formatted(program),
          "Try `%s --version`, and install it anew if it fails.".formatted(program));
    }
    var here = "%s %s is at %s".formatted(kind.title(), version.get(), program);
    if (settings.key().isPresent()) {
      return withKey(settings, program, version.get(), here);
    }
    return settings
        .login()
        .map(login -> withLogin(settings, program, version.get(), login))
        .orElseGet(() -> withNothing(settings, here));
  }

  private static Found withNothing(ProviderSettings settings, String here) {
    var kind = settings.kind();
    return Found.absent(
        kind,
        "%s, but is not signed in: Otto has no key for %s, and found no login."
            .formatted(here, settings.service()),
        "Export %s, or %s; then restart Otto with `otto down`."
            .formatted(kind.variable(), kind.signIn()));
  }

  /// Whether the login is taken only a call can tell.
  private Found withLogin(ProviderSettings settings, Path program, String version, Login login) {
    var kind = settings.kind();
    if (login instanceof Login.Kept(var file) && !cells.walls().files()) {
      return Found.broken(
          kind,
          "%s is signed in by %s, which can only be lent to it behind walls."
              .formatted(kind.title(), file),
          "Export %s, or let walls stand (see `sandbox`).".formatted(kind.variable()));
    }
    var usable = new Usable(kind, program, settings.model(), Optional.empty(), Optional.of(login));
    var here =
        "%s %s at %s uses its own login (%s), past Otto's gateway: what it used is what it says."
            .formatted(kind.title(), version, program, words(login));
    return version.equals(kind.tried())
        ? Found.usable(usable, here)
        : Found.doubtful(
            usable,
            "%s Otto was tried with %s.".formatted(here, kind.tried()),
            "If it behaves strangely, install %s@%s.".formatted(kind.npm(), kind.tried()));
  }

  private static String words(Login login) {
    return switch (login) {
      case Login.Token _ -> "a token";
      case Login.Kept(var file) -> file.toString();
    };
  }

  private Found withKey(ProviderSettings settings, Path program, String version, String here) {
    var kind = settings.kind();
    var service = new Upstream(settings.service(), kind.credential(), settings.key().orElseThrow());
    var usable =
        new Usable(kind, program, settings.model(), Optional.of(service), Optional.empty());
    return switch (trial.of(service)) {
      case REFUSED ->
          Found.broken(
              kind,
              "%s, but %s does not take the key.".formatted(here, settings.service()),
              "Export another %s, and restart Otto with `otto down`.".formatted(kind.variable()));
      case UNKNOWN ->
          Found.doubtful(
              usable,
              "%s; whether %s takes the key could not be found out."
                  .formatted(here, settings.service()),
              "Look at the network of this host.");
      case TAKEN -> taken(settings, usable, version, here);
    };
  }

  private static Found taken(
      ProviderSettings settings, Usable usable, String version, String here) {
    var kind = settings.kind();
    return version.equals(kind.tried())
        ? Found.usable(usable, "%s, and %s takes the key.".formatted(here, settings.service()))
        : Found.doubtful(
            usable,
            "%s, and the key is taken; Otto was tried with %s.".formatted(here, kind.tried()),
            "If it behaves strangely, install %s@%s.".formatted(kind.npm(), kind.tried()));
  }

  /// What the program says of itself, behind walls and without a network.
  private Optional<String> version(ProviderKind kind, Path program) {
    try {
      return said(kind, program);
    } catch (Refusal.Refused noCell) {
      return Optional.empty();
    }
  }

  private Optional<String> said(ProviderKind kind, Path program) {
    var place = folder.resolve(kind.word());
    var plan =
        CellPlan.of(
                new Marker("probe-%s-%d".formatted(kind.word(), ProcessHandle.current().pid())),
                Path.of("/"),
                place.resolve("home"),
                place.resolve("temporary"))
            .with(Mount.readOnly(program));
    var command =
        new Command(
            java.util.List.of(program.toString(), "--version"),
            Patience.of(LONGEST),
            Logs.in(place.resolve("log")));
    var outcome = cells.run(plan, command);
    if (!outcome.well()) {
      return Optional.empty();
    }
    try {
      var said = VERSION.matcher(Files.readString(outcome.out().file()));
      return said.find() ? Optional.of(said.group(1)) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
