package dev.otto.activities.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.otto.activities.agent.scripted.play.EventStream;
import dev.otto.activities.agent.scripted.play.Pace;
import dev.otto.activities.agent.scripted.play.Performance;
import dev.otto.activities.agent.scripted.recipe.RecipeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// A recipe with every sort of change, what is there before it, and the scripted agent that plays
/// it.
final class Recipes {
  private Recipes() {}

  static Path everyChange(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("one.diff"),
        "--- a/poem.txt\n+++ b/poem.txt\n@@ -2,2 +2,2 @@\n two\n-three\n+drei\n");
    return Files.writeString(
        folder.resolve("recipe.yaml"),
        """
        when: { stage: build, group: api }
        steps:
          - think: "Every sort of change."
          - write: { file: new/plain.txt, text: "first\\nsecond\\n" }
          - write: { file: new/no-end.txt, text: "it's $HOME, `no` \\"end\\" \\\\n %s" }
          - write: { file: new/empty.txt, text: "" }
          - write: { file: new/run.sh, text: "#!/bin/sh\\n\\techo hi  \\n\\n", mode: "755" }
          - write: { file: poem.txt, text: "one\\ntwo\\nthree\\nfour\\n" }
          - patch: one.diff
          - edit: { file: letters.txt, find: "水", replace: "Wasser & \\\\1 " }
          - edit: { file: letters.txt, find: "not there", replace: "x" }
          - edit: { file: lines.txt, find: "b\\n", replace: "b\\nb2\\n" }
          - read: lines.txt
          - say: "Half of it."
          - delete: gone
          - rename: { from: old/a.txt, to: elsewhere/deep/b.txt }
          - chmod: { file: letters.txt, mode: "755" }
          - symlink: { file: link, target: new/plain.txt }
          - run: "printf run > made-by-a-command"
          - git: [ mv, lines.txt, moved.txt ]
          - sleep: 10ms
          - usage: { input: 10, output: 1 }
          - say: "All of it."
        """);
  }

  /// What lies in the folder before, known to git.
  static Path before(Path folder) throws IOException {
    for (var file : new String[] {"gone/a.txt", "gone/b/c.txt", "old/a.txt"}) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), file + "\n");
    }
    Files.writeString(folder.resolve("letters.txt"), "Grüße, 水獭");
    Files.writeString(folder.resolve("lines.txt"), "a\nb\nc\n");
    Files.writeString(folder.resolve("poem.txt"), "an older poem\n");
    Bench.git(folder, "init", "-q");
    Bench.git(folder, "add", "-A");
    return folder;
  }

  /// What lies in the folder: files with what is in them, programs among them, and links.
  static Map<String, String> content(Path folder) throws IOException {
    var content = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(one -> !Files.isDirectory(one)).toList()) {
        var name = folder.relativize(file).toString();
        if (!name.startsWith(".git")) {
          content.put(name, content(file, Files.isSymbolicLink(file)));
        }
      }
    }
    return content;
  }

  private static String content(Path file, boolean link) throws IOException {
    if (link) {
      return "-> " + Files.readSymbolicLink(file);
    }
    return (Files.isExecutable(file) ? "program: " : "file: ") + Files.readString(file);
  }

  /// Lets the scripted agent play it there.
  static void play(Path recipe, Path worktree, Path home) throws Exception {
    var document = RecipeReader.read(recipe).matching(Bench.ORDER).orElseThrow();
    var said = new EventStream(new ByteArrayOutputStream());
    try (var performance =
        Performance.of(document, Bench.ORDER, worktree, home, Pace.UNLIMITED, said)) {
      assertThat(performance.play()).isZero();
    }
  }
}
