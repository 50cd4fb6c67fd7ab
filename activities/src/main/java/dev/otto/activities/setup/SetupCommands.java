package dev.otto.activities.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.otto.activities.git.Clone;
import dev.otto.activities.host.Host;
import dev.otto.model.TreeId;
import dev.otto.model.run.Run;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The commands that set up a folder of a run: those of `otto.yaml` as the base commit has it, then
/// those of the approved spec. Each is a list of words; no shell reads it.
record SetupCommands(List<List<String>> all) {
  private static final String FILE = "otto.yaml";
  private static final int MOST = 20;
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// What only a shell would understand.
  private static final Pattern OF_SHELLS = Pattern.compile("[\"'`$|&;<>*?(){}\\\\]");

  static SetupCommands of(Host host, Run run) {
    var clone = host.clone(run);
    var all = new ArrayList<>(ofFile(clone, clone.tree(run.base().orElseThrow())));
    all.addAll(host.spec(run).setup());
    return new SetupCommands(List.copyOf(all));
  }

  private static List<List<String>> ofFile(Clone clone, TreeId tree) {
    return clone
        .trees()
        .file(tree, FILE)
        .map(bytes -> read(new String(bytes, StandardCharsets.UTF_8)))
        .orElse(List.of());
  }

  static List<List<String>> read(String text) {
    var setup = tree(text).path("setup");
    if (setup.isMissingNode() || setup.isNull()) {
      return List.of();
    }
    if (!setup.isArray() || setup.size() > MOST) {
      throw unusable("`setup` is a list of at most %d commands".formatted(MOST));
    }
    var commands = new ArrayList<List<String>>();
    setup.forEach(command -> commands.add(command(command)));
    return List.copyOf(commands);
  }

  /// A list of words, or words with blanks between them.
  private static List<String> command(JsonNode node) {
    if (node.isTextual() && !OF_SHELLS.matcher(node.textValue()).find()) {
      return words(List.of(node.textValue().strip().split("\\s+", -1)));
    }
    if (node.isArray()) {
      var words = new ArrayList<String>();
      node.forEach(word -> words.add(word.isTextual() ? word.textValue() : ""));
      return words(words);
    }
    throw unusable(
        "a command of `setup` is a list of words, since no shell reads it: [sh, -c, \"…\"] starts one");
  }

  private static List<String> words(List<String> words) {
    if (words.isEmpty() || words.contains("")) {
      throw unusable("a command of `setup` has an empty word");
    }
    return List.copyOf(words);
  }

  private static JsonNode tree(String text) {
    try {
      var tree = YAML.readTree(text);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException unreadable) {
      throw unusable("it is no YAML");
    }
  }

  private static RuntimeException unusable(String why) {
    return new SetupRefusal.Unusable(why).refused();
  }
}
