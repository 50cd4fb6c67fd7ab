package dev.otto.activities.agent.scripted.play;

import dev.otto.activities.agent.AgentEvent.ToolCall;
import dev.otto.activities.agent.AgentEvent.ToolKind;
import dev.otto.activities.agent.AgentEvent.ToolResult;
import dev.otto.activities.agent.AgentEvent.Trouble;
import dev.otto.activities.agent.ErrorKind;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.agent.scripted.recipe.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// The tools of a scripted agent. Each use is told as a call and a result; a tool that refuses does
/// not end the call.
final class Toolbox {
  private static final int SHOWN = 2_000;

  private final Worktree worktree;
  private final Journal journal;
  private final Programs programs;
  private final EventStream events;
  private final Planned planned;

  Toolbox(Worktree worktree, Journal journal, Programs programs, EventStream events) {
    this.worktree = worktree;
    this.journal = journal;
    this.programs = programs;
    this.events = events;
    this.planned = new Planned(worktree, journal);
  }

  /// Makes the change, or what an interrupted try has left of it.
  void change(int number, Step.Change step) {
    tell(number, call(step));
    try {
      var changes = journal.begun(number).orElse(null);
      if (changes == null) {
        changes = planned.changes(step);
        journal.begin(number, changes);
      }
      make(changes);
      tell(number, new Result(true, Optional.empty(), told(changes)));
    } catch (IOException | ToolError refused) {
      tell(number, Result.refused(refused));
    }
  }

  /// Does the act; the answer is the trouble if the recipe expected another exit code.
  Optional<Trouble> act(int number, Step.Act step) throws InterruptedException {
    tell(number, call(step));
    try {
      return switch (step) {
        case Step.Read(var file) -> {
          tell(number, new Result(true, Optional.empty(), beginning(file)));
          yield Optional.empty();
        }
        case Step.Run(var command, var expected) -> {
          var ended = programs.shell(command);
          tell(number, result(ended, expected.orElse(0)));
          yield expected
              .filter(code -> code != ended.exit())
              .map(code -> unexpected(command, code, ended.exit()));
        }
        case Step.Git(var arguments) -> {
          tell(number, result(programs.git(arguments), 0));
          yield Optional.empty();
        }
        case Step.WriteOutside(var file, var text) -> {
          var outside = worktree.root().resolve(file).normalize();
          Files.createDirectories(outside.getParent());
          Files.writeString(outside, text.words());
          tell(number, new Result(true, Optional.empty(), "wrote " + outside));
          yield Optional.empty();
        }
      };
    } catch (IOException | ToolError refused) {
      tell(number, Result.refused(refused));
      return Optional.empty();
    }
  }

  private void make(List<FileChange> changes) throws IOException, ToolError {
    for (var change : changes) {
      worktree.make(change, journal.content(change));
    }
  }

  private String beginning(String file) throws IOException, ToolError {
    if (!(worktree.state(file) instanceof FileState.Content)) {
      throw new ToolError("there is no file '%s'".formatted(file));
    }
    var text = Files.readString(worktree.at(file));
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private static Trouble unexpected(String command, int expected, int actual) {
    return new Trouble(
        ErrorKind.GAVE_UP,
        Optional.empty(),
        Optional.empty(),
        "The recipe expected exit code %d of '%s', and it was %d."
            .formatted(expected, command, actual));
  }

  private static String told(List<FileChange> changes) {
    return String.join(", ", changes.stream().map(FileChange::path).toList());
  }

  private static Result result(Programs.Ended ended, int expected) {
    return new Result(ended.exit() == expected, Optional.of(ended.exit()), ended.output());
  }

  /// What a tool came to.
  private record Result(boolean ok, Optional<Integer> exit, String output) {
    static Result refused(Exception refused) {
      var why =
          refused instanceof ToolError
              ? refused.getMessage()
              : "%s: %s".formatted(refused.getClass().getSimpleName(), refused.getMessage());
      return new Result(false, Optional.empty(), String.valueOf(why));
    }
  }

  /// What a tool is asked.
  private record Call(ToolKind kind, String name, String about) {}

  private static Call call(Step.Change step) {
    return switch (step) {
      case Step.Write write -> new Call(ToolKind.EDIT, "write", write.file());
      case Step.Edit edit -> new Call(ToolKind.EDIT, "edit", edit.file());
      case Step.Patch _ -> new Call(ToolKind.EDIT, "patch", "");
      case Step.Delete delete -> new Call(ToolKind.EDIT, "delete", delete.file());
      case Step.Rename rename -> new Call(ToolKind.EDIT, "rename", rename.from());
      case Step.Chmod chmod -> new Call(ToolKind.EDIT, "chmod", chmod.file());
      case Step.Symlink symlink -> new Call(ToolKind.EDIT, "symlink", symlink.file());
    };
  }

  private static Call call(Step.Act step) {
    return switch (step) {
      case Step.Read read -> new Call(ToolKind.READ, "read", read.file());
      case Step.Run run -> new Call(ToolKind.SHELL, "run", run.command());
      case Step.Git git -> new Call(ToolKind.SHELL, "git", String.join(" ", git.arguments()));
      case Step.WriteOutside outside -> new Call(ToolKind.EDIT, "write_outside", outside.file());
    };
  }

  private void tell(int number, Call call) {
    var input = Tree.object().put(call.kind() == ToolKind.SHELL ? "command" : "file", call.about());
    events.tell(new ToolCall("s" + number, call.kind(), call.name(), input));
  }

  private void tell(int number, Result result) {
    events.tell(new ToolResult("s" + number, result.ok(), result.exit(), result.output()));
  }
}
