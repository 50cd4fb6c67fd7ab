package dev.otto.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.otto.cli.api.Api;
import dev.otto.cli.api.Runs;
import dev.otto.cli.server.Program;
import dev.otto.cli.shell.ExitCode;
import dev.otto.cli.shell.Plain;
import dev.otto.cli.shell.ReadingCommand;
import dev.otto.cli.shell.Shell;
import dev.otto.cli.shell.Usage;
import dev.otto.model.Digest;
import dev.otto.model.Refusal.Refused;
import dev.otto.model.json.Json;
import dev.otto.model.run.RunRefusal;
import dev.otto.model.run.RunRequest;
import dev.otto.model.run.RunView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `otto edit`: the spec at a gate in the user's editor; what is saved is its next revision.
public final class EditCommand extends ReadingCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run's id, the beginning of it, or latest (default).")
  private String run = "latest";

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Takes the spec from a file; default: $VISUAL or $EDITOR opens it.")
  private Optional<String> file = Optional.empty();

  private final Shell shell;

  public EditCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int run() {
    var runs = new Runs(new Api(shell));
    var view = runs.named(run);
    var looked =
        view.spec()
            .filter(_ -> view.state().equals("waiting"))
            .orElseThrow(() -> {
              throw new RunRefusal.NotAtTheGate(view.run()).refused();
            });
    if (file.isPresent()) {
      return told(sent(view, looked, read(shell.resolved(file.get())), runs));
    }
    return edited(view, looked, runs);
  }

  private int edited(RunView view, Digest looked, Runs runs) {
    var before = pretty(runs.spec(view.run()));
    var desk = desk(view, before);
    opened(desk);
    var after = read(desk);
    if (after.equals(before)) {
      remove(desk);
      shell.out().line("Nothing was changed.");
      return ExitCode.DONE;
    }
    try {
      var now = sent(view, looked, after, runs);
      remove(desk);
      return told(now);
    } catch (Refused refused) {
      throw new KeptEdit(refused.refusal(), view.run(), desk).refused();
    }
  }

  private static RunView sent(RunView view, Digest looked, String text, Runs runs) {
    return runs.ask(view.run(), "edit", new RunRequest.Edit(looked, text));
  }

  private int told(RunView now) {
    shell
        .out()
        .line(
            json()
                ? Json.text(now)
                : Plain.line(
                    "The gate shows it: %s, spec %s. Approve it with `otto approve %s`."
                        .formatted(now.title(), brief(now), now.run())));
    return ExitCode.DONE;
  }

  private static String brief(RunView now) {
    return now.spec().map(spec -> spec.hex().substring(0, 12)).orElse("none");
  }

  /// The editor may be several words, as in `code --wait`.
  private void opened(Path desk) {
    var editor =
        shell.variable("VISUAL").or(() -> shell.variable("EDITOR")).orElse("vi") + " \"$1\"";
    var code =
        Program.within(shell.folder(), List.of("/bin/sh", "-c", editor, "otto", desk.toString()));
    if (code != 0) {
      throw Usage.of("edit", "The editor ended with %d; nothing was changed.".formatted(code));
    }
  }

  private Path desk(RunView view, String text) {
    try {
      var folder = Files.createDirectories(shell.home().resolve("edits"));
      return Files.writeString(folder.resolve(view.run() + ".json"), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static String read(Path desk) {
    try {
      return Files.readString(desk);
    } catch (IOException unreadable) {
      throw Usage.of("edit", "%s cannot be read as a text in UTF-8.".formatted(desk));
    }
  }

  private static void remove(Path desk) {
    try {
      Files.deleteIfExists(desk);
    } catch (IOException stays) {
      // It is only a copy.
    }
  }

  private static String pretty(String spec) {
    try {
      var mapper = Json.own();
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(spec))
          + "\n";
    } catch (JsonProcessingException asItIs) {
      return spec;
    }
  }
}
