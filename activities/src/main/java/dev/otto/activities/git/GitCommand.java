package dev.otto.activities.git;

import dev.otto.activities.process.Program.Sink;
import dev.otto.activities.process.Program.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// One git command: its words, what it reads, where its output goes, and the moment that its
/// commits carry.
record GitCommand(
    Git git, List<String> words, Source source, Sink sink, Instant moment, boolean outlives) {
  private static final int USUAL = 64 << 20;

  static GitCommand of(Git git, List<String> words) {
    return new GitCommand(
        git, words, new Source.Nothing(), new Sink.Kept(USUAL), Instant.EPOCH, false);
  }

  GitCommand reading(byte[] bytes) {
    return new GitCommand(git, words, new Source.Bytes(bytes), sink, moment, outlives);
  }

  GitCommand reading(String text) {
    return reading(text.getBytes(StandardCharsets.UTF_8));
  }

  GitCommand reading(Path file) {
    return new GitCommand(git, words, new Source.OfFile(file), sink, moment, outlives);
  }

  GitCommand into(Path file) {
    return new GitCommand(git, words, source, new Sink.IntoFile(file), moment, outlives);
  }

  GitCommand at(Instant moment) {
    return new GitCommand(git, words, source, sink, moment, outlives);
  }

  /// A command that may finish when Otto is killed, because half of it would be worse.
  GitCommand outliving() {
    return new GitCommand(git, words, source, sink, moment, true);
  }

  /// Runs it; anything but success is trouble.
  GitAnswer run() {
    var answer = ask();
    if (!answer.ok()) {
      throw new GitTrouble(words, answer);
    }
    return answer;
  }

  /// Runs it and answers with its exit code.
  GitAnswer ask() {
    return new GitAnswer(git.ended(this));
  }
}
