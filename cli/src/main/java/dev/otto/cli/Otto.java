package dev.otto.cli;

import dev.otto.cli.http.ServerRefused;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Plain;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.Nearest;
import dev.otto.model.Refusal;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// A line that was typed: which command it names, and how it ends. Every no is one line on stderr.
public final class Otto {
  private static final int WIDEST_PAGE = 100;

  private final Shell shell;

  public Otto(Shell shell) {
    this.shell = shell;
  }

  /// Does what the words say; the exit code.
  public int run(String... words) {
    try {
      return done(List.of(words));
    } catch (Refused refused) {
      refuse(refused.refusal(), asksForJson(words));
      return ExitCode.REFUSED;
    } catch (RuntimeException mistake) {
      refuse(OwnMistake.kept(mistake, shell.home()), asksForJson(words));
      return ExitCode.REFUSED;
    } finally {
      shell.out().stream().flush();
      shell.err().stream().flush();
    }
  }

  private int done(List<String> words) {
    var first = words.isEmpty() ? "status" : words.getFirst();
    return switch (first) {
      case "-h", "--help" -> page(HelpPage.text());
      case "-V", "--version" -> page(VersionPage.text());
      case "help" ->
          words.size() > 1 ? done(List.of(words.get(1), "--help")) : page(HelpPage.text());
      default ->
          first.startsWith("-") || words.isEmpty()
              ? obeyed("status", words)
              : obeyed(first, words.subList(1, words.size()));
    };
  }

  private int page(String text) {
    shell.out().text(text);
    return ExitCode.DONE;
  }

  private int obeyed(String name, List<String> options) {
    var command = Catalog.command(name, shell).orElseThrow(() -> unknown(name));
    var line = new CommandLine(command).setCommandName("otto " + name).setExpandAtFiles(false);
    try {
      line.parseArgs(options.toArray(String[]::new));
    } catch (ParameterException wrong) {
      throw wrongUsage(name, wrong);
    }
    return command.help() ? help(name, line) : command.run();
  }

  private int help(String name, CommandLine line) {
    var usage = line.getCommandSpec().usageMessage();
    usage.width(Math.min(WIDEST_PAGE, Math.max(55, columns())));
    usage.sortOptions(false);
    usage.abbreviateSynopsis(true);
    Catalog.all().stream()
        .filter(entry -> entry.name().equals(Catalog.canonical(name)))
        .forEach(entry -> usage.description(entry.sentence() + "."));
    return page(line.getUsageMessage(shell.out().color() ? Ansi.ON : Ansi.OFF));
  }

  private int columns() {
    return shell.out().terminal() ? shell.out().size().now().columns() : 80;
  }

  private static RuntimeException wrongUsage(String name, ParameterException wrong) {
    return retired(name, wrong)
        .map(Refusal::refused)
        .map(RuntimeException.class::cast)
        .orElseGet(() -> notUnderstood(name, wrong));
  }

  /// The first word of the earlier Otto among those that were not understood.
  private static Optional<Retired> retired(String name, ParameterException wrong) {
    return wrong instanceof UnmatchedArgumentException unmatched
        ? unmatched.getUnmatched().stream()
            .map(word -> Retired.flag(Catalog.canonical(name), word))
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }

  private static RuntimeException notUnderstood(String name, ParameterException wrong) {
    var message = Plain.line(String.valueOf(wrong.getMessage()));
    var sentence = message.endsWith(".") ? message : message + ".";
    return Usage.of(name, sentence + meant(wrong).map(Otto::didYouMean).orElse(""));
  }

  private static Optional<String> meant(ParameterException wrong) {
    return wrong instanceof UnmatchedArgumentException unmatched
        ? Nearest.to(
            unmatched.getUnmatched().getFirst(),
            wrong.getCommandLine().getCommandSpec().optionsMap().keySet())
        : Optional.empty();
  }

  private static RuntimeException unknown(String name) {
    var typed = Plain.line(name);
    var retired = Retired.command(name);
    if (retired.isPresent()) {
      return retired.get().refused();
    }
    var names = Catalog.all().stream().map(Catalog.Entry::name).toList();
    var near = Nearest.to(typed, names).map(Otto::didYouMean).orElse("");
    return new Usage("There is no command '%s'.".formatted(typed) + near, "See `otto --help`.")
        .refused();
  }

  private static String didYouMean(String word) {
    return " Did you mean %s?".formatted(word);
  }

  private static boolean asksForJson(String... words) {
    return Arrays.stream(words).takeWhile(word -> !word.equals("--")).anyMatch("--json"::equals);
  }

  private void refuse(Refusal refusal, boolean json) {
    if (json) {
      shell.out().line(json(refusal));
    }
    shell.err().line(Plain.line("otto: " + refusal.sentence() + " " + refusal.nextStep()));
  }

  private static String json(Refusal refusal) {
    if (refusal instanceof ServerRefused(var problem)) {
      return Json.text(problem);
    }
    return Json.own()
        .createObjectNode()
        .put("code", refusal.code())
        .put("detail", refusal.sentence())
        .put("nextStep", refusal.nextStep())
        .toString();
  }
}
