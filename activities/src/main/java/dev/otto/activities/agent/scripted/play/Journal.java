package dev.otto.activities.agent.scripted.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.otto.activities.agent.protocol.Tree;
import dev.otto.activities.agent.scripted.recipe.Recipe;
import dev.otto.model.Digest;
import dev.otto.model.GroupId;
import dev.otto.model.call.CallOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was already played of a document, kept in the agent's home for as long as the worktree
/// lives. A step is written down with what it will make of each file before it touches the first
/// one, and again when it is done.
final class Journal implements AutoCloseable {
  private final Path contents;
  private final String document;
  private final Map<Integer, List<FileChange>> begun = new HashMap<>();
  private final Set<Integer> done = new HashSet<>();
  private final FileChannel lines;

  private Journal(Path contents, String document, FileChannel lines) {
    this.contents = contents;
    this.document = document;
    this.lines = lines;
  }

  /// The journal of this work; what other documents played in it is none of its concern.
  static Journal open(Path home, CallOrder order, Recipe.Document document) throws IOException {
    var folder = Files.createDirectories(home.resolve("journal"));
    var contents = Files.createDirectories(folder.resolve("contents"));
    var lines =
        FileChannel.open(
            folder.resolve(name(order) + ".jsonl"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    var journal = new Journal(contents, document.digest().hex(), lines);
    journal.recall();
    return journal;
  }

  /// The name of the work that all tries of a call share, such as `build-api-1-0`.
  static String name(CallOrder order) {
    var group = order.group().map(GroupId::value).orElse("");
    return "%s-%s-%d-%d".formatted(order.stage().word(), group, order.attempt(), order.round());
  }

  boolean done(int step) {
    return done.contains(step);
  }

  /// What a step that was begun and not done was about to make of the files.
  Optional<List<FileChange>> begun(int step) {
    return Optional.ofNullable(begun.get(step));
  }

  void begin(int step, List<FileChange> changes) {
    var line = line(step).put("is", "begun");
    var list = line.putArray("changes");
    changes.forEach(change -> list.add(written(change)));
    append(line);
  }

  void end(int step) {
    append(line(step).put("is", "done"));
    done.add(step);
  }

  /// Keeps a content until the journal goes.
  Digest keep(byte[] content) throws IOException {
    var digest = Digest.of(content);
    var file = contents.resolve(digest.hex());
    if (!Files.exists(file)) {
      var unfinished = contents.resolve("unfinished");
      Files.write(unfinished, content);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return digest;
  }

  byte[] content(FileChange change) throws IOException {
    return change.state() instanceof FileState.Content(var digest, _)
        ? Files.readAllBytes(contents.resolve(digest.hex()))
        : new byte[0];
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private void recall() throws IOException {
    var bytes = ByteBuffer.allocate((int) lines.size());
    while (bytes.hasRemaining() && lines.read(bytes) >= 0) {
      // A file may be read in pieces.
    }
    var text = new String(bytes.array(), StandardCharsets.UTF_8);
    var whole = text.substring(0, text.lastIndexOf('\n') + 1);
    lines.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
    lines.position(lines.size());
    for (var line : whole.lines().toList()) {
      recall(Tree.parse(line));
    }
  }

  private void recall(JsonNode line) {
    if (!line.path("document").asText().equals(document)) {
      return;
    }
    var step = line.path("step").asInt();
    if (line.path("is").asText().equals("done")) {
      done.add(step);
      return;
    }
    var changes = new ArrayList<FileChange>();
    line.path("changes").forEach(change -> changes.add(read(change)));
    begun.put(step, List.copyOf(changes));
  }

  private ObjectNode line(int step) {
    return Tree.object().put("document", document).put("step", step);
  }

  private void append(ObjectNode line) {
    try {
      lines.write(ByteBuffer.wrap((Tree.line(line) + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static ObjectNode written(FileChange change) {
    var line = Tree.object().put("path", change.path());
    return switch (change.state()) {
      case FileState.Content(var digest, var mode) ->
          line.put("content", digest.hex()).put("mode", mode);
      case FileState.Link(var target) -> line.put("link", target);
      case FileState.Absent() -> line.put("absent", true);
    };
  }

  private static FileChange read(JsonNode line) {
    var path = line.path("path").asText();
    if (line.has("content")) {
      var digest = new Digest(line.path("content").asText());
      return new FileChange(path, new FileState.Content(digest, line.path("mode").asText()));
    }
    return line.has("link")
        ? new FileChange(path, new FileState.Link(line.path("link").asText()))
        : new FileChange(path, new FileState.Absent());
  }
}
