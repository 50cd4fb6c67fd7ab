package dev.otto.activities.agent.scripted.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.protocol.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// How each step is written: its name, its fields, and the one field that may stand for all of
/// them.
final class Steps {
  /// The field that a plain value after the step's name means: `say: hello` is `say: {text:
  /// hello}`.
  private static final Map<String, String> MAIN =
      Map.ofEntries(
          Map.entry("think", "text"),
          Map.entry("say", "text"),
          Map.entry("stderr", "text"),
          Map.entry("garbage_line", "text"),
          Map.entry("half_line", "text"),
          Map.entry("patch", "file"),
          Map.entry("read", "file"),
          Map.entry("delete", "file"),
          Map.entry("run", "cmd"),
          Map.entry("orphan", "cmd"),
          Map.entry("git", "args"),
          Map.entry("sleep", "for"),
          Map.entry("slow_start", "for"),
          Map.entry("crash", "signal"),
          Map.entry("exit", "code"),
          Map.entry("fail", "kind"));

  private static final Set<String> SIGNALS = Set.of("KILL", "TERM", "INT", "HUP");

  private final Path folder;

  Steps(Path folder) {
    this.folder = folder;
  }

  /// The step, read from `name`, `name: value` or `name: {fields}`.
  Step read(String place, JsonNode written) {
    if (written.isTextual()) {
      return step(place, written.textValue(), Tree.object());
    }
    if (!written.isObject() || written.size() != 1) {
      throw new RecipeFault(
          "%s: a step is one name with its fields, not %s."
              .formatted(
                  place,
                  written.isObject()
                      ? "a mapping of %d names".formatted(written.size())
                      : Fields.kind(written)));
    }
    var name = written.fieldNames().next();
    return step(place, name, written.path(name));
  }

  private Step step(String place, String name, JsonNode value) {
    var here = "%s (%s)".formatted(place, name);
    if (name.equals("output")) {
      return new Step.Output(answer(here, value));
    }
    var fields = new Fields(here, folder, asMapping(name, value));
    var step = step(place, name, fields);
    fields.end();
    return step;
  }

  private static JsonNode asMapping(String name, JsonNode value) {
    var main = MAIN.get(name);
    var plain = !value.isObject() && !value.isNull() && main != null;
    return plain ? Tree.object().set(main, value) : value.isNull() ? Tree.object() : value;
  }

  private static Step step(String place, String name, Fields fields) {
    return switch (name) {
      case "think" -> new Step.Think(fields.text("text", "from"));
      case "say" -> new Step.Say(fields.text("text", "from"));
      case "usage" ->
          new Step.Usage(
              fields.maybeWhole("input", 0).orElse(0),
              fields.maybeWhole("cached", 0).orElse(0),
              fields.maybeWhole("output", 0).orElse(0),
              fields.maybeMoney("cost_usd"));
      case "write" ->
          new Step.Write(
              fields.path("file"), fields.text("text", "from"), fields.maybeMode("mode"));
      case "edit" ->
          new Step.Edit(fields.path("file"), find(fields), fields.text("replace", "from"));
      case "patch" -> patch(fields);
      case "delete" -> new Step.Delete(fields.path("file"));
      case "rename" -> new Step.Rename(fields.path("from"), fields.path("to"));
      case "chmod" -> new Step.Chmod(fields.path("file"), mode(fields));
      case "symlink" -> new Step.Symlink(fields.path("file"), fields.string("target"));
      case "read" -> new Step.Read(fields.path("file"));
      case "run" -> new Step.Run(fields.string("cmd"), fields.maybeWhole("expect_exit", 0));
      case "git" -> new Step.Git(fields.strings("args"));
      case "write_outside" ->
          new Step.WriteOutside(fields.string("file"), fields.text("text", "from"));
      case "sleep" -> new Step.Sleep(fields.duration("for"));
      case "slow_start" -> new Step.SlowStart(fields.duration("for"));
      case "fail" -> fail(fields);
      case "hang" -> new Step.Hang();
      case "crash" -> new Step.Crash(signal(fields));
      case "exit" ->
          new Step.Exit(exitCode(fields), fields.maybeFlag("without_finish").orElse(false));
      case "bad_schema" -> new Step.BadSchema();
      case "ignore_term" -> new Step.IgnoreTerm();
      case "orphan" -> new Step.Orphan(fields.string("cmd"));
      case "garbage_line" ->
          new Step.GarbageLine(fields.maybeString("text").orElse("this is no event"));
      case "half_line" ->
          new Step.HalfLine(
              fields.maybeString("text").orElse("{\"type\":\"message\",\"text\":\"half of"));
      case "flood" -> new Step.Flood(fields.whole("lines", 1), fields.whole("bytes", 1));
      case "invalid_utf8" -> new Step.InvalidUtf8();
      case "stderr" -> new Step.Stderr(fields.string("text"));
      case "duplicate_events" -> new Step.DuplicateEvents();
      case String _ -> throw new RecipeFault("%s: there is no step '%s'.".formatted(place, name));
    };
  }

  private JsonNode answer(String place, JsonNode value) {
    if (!value.isObject() || value.size() != 1 || !value.path("from").isTextual()) {
      return value;
    }
    var fields = new Fields(place, folder, value);
    var file = fields.sibling(fields.string("from"));
    try {
      return Tree.parse(file.words());
    } catch (IOException unreadable) {
      throw fields.fault(
          "'%s' is not JSON: %s".formatted(file.file().getFileName(), Tree.words(unreadable)));
    }
  }

  private static Text find(Fields fields) {
    var find = fields.string("find");
    if (find.isEmpty()) {
      throw fields.fault("'find' must not be empty");
    }
    return new Text.Inline(find);
  }

  private static Step patch(Fields fields) {
    try {
      var text = fields.sibling(fields.string("file")).words();
      return new Step.Patch(UnifiedDiff.parse(text), text);
    } catch (UnifiedDiff.Malformed malformed) {
      throw fields.fault(String.valueOf(malformed.getMessage()));
    }
  }

  private static String mode(Fields fields) {
    return fields.maybeMode("mode").orElseThrow(() -> fields.fault("the field 'mode' is missing"));
  }

  private static Step fail(Fields fields) {
    var word = fields.string("kind");
    var kind =
        ErrorKind.named(word)
            .orElseThrow(() -> fields.fault("there is no kind of error '%s'".formatted(word)));
    return new Step.Fail(
        kind,
        fields.maybeWhole("http", 100),
        fields.maybeDuration("retry_after"),
        fields
            .maybeString("text")
            .orElseGet(() -> "The provider answered with the error %s.".formatted(kind.word())));
  }

  private static int exitCode(Fields fields) {
    var code = fields.whole("code", 0);
    if (code > 255) {
      throw fields.fault("an exit code is at most 255, not " + code);
    }
    return code;
  }

  private static String signal(Fields fields) {
    var signal = fields.maybeString("signal").orElse("KILL");
    if (!SIGNALS.contains(signal)) {
      throw fields.fault("'%s' is none of the signals KILL, TERM, INT and HUP".formatted(signal));
    }
    return signal;
  }
}
