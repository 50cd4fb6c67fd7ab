package dev.otto.activities.agent.scripted.play;

import dev.otto.activities.agent.scripted.recipe.Step;
import dev.otto.activities.agent.scripted.recipe.UnifiedDiff;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Works out what a step makes of the worktree's files, before anything is changed.
final class Planned {
  private static final String PLAIN = "644";

  private final Worktree worktree;
  private final Journal journal;

  Planned(Worktree worktree, Journal journal) {
    this.worktree = worktree;
    this.journal = journal;
  }

  List<FileChange> changes(Step.Change step) throws IOException, ToolError {
    return switch (step) {
      case Step.Write(var file, var text, var mode) ->
          List.of(text(file, text.words(), mode.orElse(modeNow(file))));
      case Step.Edit(var file, var find, var replace) ->
          List.of(text(file, edited(file, find.words(), replace.words()), modeNow(file)));
      case Step.Patch(var diff, _) -> patched(diff);
      case Step.Delete(var file) ->
          existing(file).stream()
              .map(path -> new FileChange(path, new FileState.Absent()))
              .toList();
      case Step.Rename(var from, var to) -> renamed(from, to);
      case Step.Chmod(var file, var mode) -> List.of(content(file, bytes(file), mode));
      case Step.Symlink(var file, var target) ->
          List.of(new FileChange(file, new FileState.Link(target)));
    };
  }

  private FileChange text(String file, String text, String mode) throws IOException {
    return content(file, text.getBytes(StandardCharsets.UTF_8), mode);
  }

  private FileChange content(String file, byte[] content, String mode) throws IOException {
    return new FileChange(file, new FileState.Content(journal.keep(content), mode));
  }

  private String edited(String file, String find, String replace) throws IOException, ToolError {
    var text = textNow(file);
    var first = text.indexOf(find);
    if (first < 0) {
      throw new ToolError("the text to replace is not in '%s'".formatted(file));
    }
    if (text.indexOf(find, first + 1) >= 0) {
      throw new ToolError("the text to replace is in '%s' more than once".formatted(file));
    }
    return text.substring(0, first) + replace + text.substring(first + find.length());
  }

  private List<FileChange> patched(UnifiedDiff diff) throws IOException, ToolError {
    var changes = new ArrayList<FileChange>();
    for (var file : diff.files()) {
      changes.addAll(patched(file));
    }
    return changes;
  }

  private List<FileChange> patched(UnifiedDiff.FileDiff diff) throws IOException, ToolError {
    var from = diff.from();
    var to = diff.to();
    if (to.isEmpty()) {
      return from.map(path -> List.of(new FileChange(path, new FileState.Absent())))
          .orElse(List.of());
    }
    var before = from.isPresent() ? textNow(from.get()) : "";
    var mode = from.isPresent() ? modeNow(from.get()) : PLAIN;
    try {
      var after = UnifiedDiff.applied(diff, before);
      return List.of(text(to.get(), after, diff.mode().orElse(mode)));
    } catch (UnifiedDiff.Malformed unfit) {
      throw new ToolError("%s in '%s'".formatted(unfit.getMessage(), to.get()));
    }
  }

  private List<FileChange> renamed(String from, String to) throws IOException, ToolError {
    if (Files.exists(worktree.at(to))) {
      throw new ToolError("'%s' is there already".formatted(to));
    }
    var changes = new ArrayList<FileChange>();
    for (var path : existing(from)) {
      var target = to + path.substring(from.length());
      var state = worktree.state(path);
      if (state instanceof FileState.Content) {
        journal.keep(bytes(path));
      }
      changes.add(new FileChange(target, state));
    }
    for (var path : existing(from)) {
      changes.add(new FileChange(path, new FileState.Absent()));
    }
    return changes;
  }

  private List<String> existing(String path) throws IOException, ToolError {
    var file = worktree.at(path);
    if (!Files.exists(file) && !Files.isSymbolicLink(file)) {
      throw missing(path);
    }
    return worktree.filesBelow(path);
  }

  private String modeNow(String path) throws IOException, ToolError {
    return worktree.state(path) instanceof FileState.Content(_, var mode) ? mode : PLAIN;
  }

  private String textNow(String path) throws IOException, ToolError {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(java.nio.ByteBuffer.wrap(bytes(path)))
          .toString();
    } catch (CharacterCodingException binary) {
      throw new ToolError("'%s' is not a text".formatted(path));
    }
  }

  private byte[] bytes(String path) throws IOException, ToolError {
    Path file = worktree.at(path);
    if (!(worktree.state(path) instanceof FileState.Content)) {
      throw missing(path);
    }
    return Files.readAllBytes(file);
  }

  private static ToolError missing(String path) {
    return new ToolError("there is no file '%s'".formatted(path));
  }
}
